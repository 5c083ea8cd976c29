export type {ReadRecord} from '../../internal.ts'
export {readBibtex} from './read-bibtex.ts'
