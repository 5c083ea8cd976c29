export type {CitationStyle} from '../../core/language/index.ts'
export {type CslOptions, cslStyle} from './csl-style.ts'
export {CslError} from './xml.ts'
