export {connect} from './connection.ts'
export {redisStore} from './redis-shelf.ts'
export {queueRenderer} from './render-in-queue.ts'
export {runWorker} from './run-worker.ts'
