export {connect} from './connection.ts'
export {redisShelf} from './redis-shelf.ts'
export {queueRenderer} from './render-in-queue.ts'
export {runWorker} from './run-worker.ts'
