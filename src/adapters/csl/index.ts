export type {CitationStyle} from '../../core/language/index.ts'
export {CslError} from './csl-error.ts'
export {type CslOptions, cslStyle} from './csl-style.ts'
