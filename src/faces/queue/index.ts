export {connect} from './connection.ts'
export {redisStore} from './redis-store.ts'
export {queueRenderer} from './render-in-queue.ts'
export {runWorker} from './run-worker.ts'
