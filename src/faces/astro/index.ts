export type {EntryData} from './entry-schema.ts'
export {type LoaderOptions, parlanceLoader} from './loader.ts'
