export type {CitationStyle} from '../document/index.ts'
export {CslError} from './csl-error.ts'
export {type CslOptions, cslStyle} from './csl-style.ts'
