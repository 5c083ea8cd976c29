export {type App, type AppOptions, createApp, type Observation} from './app.ts'
export type {Content, ContentPage} from './content.ts'
export type {FastAnswer, RequestHeaders} from './fast-path.ts'
export {contentOf, type MemoryContentOptions} from './memory-content.ts'

export type {SubmissionOutcome, SubmissionTask} from './submission.ts'
export type {Asset} from './target.ts'
