export type {ReadRecord} from '../../index.ts'
export {readBibtex} from './read-bibtex.ts'
