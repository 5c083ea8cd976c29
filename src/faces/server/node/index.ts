export {type LogLevel, logLevels} from './log.ts'
export {type RunningServer, type ServerOptions, startServer} from './start-server.ts'
