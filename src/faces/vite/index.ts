export {type ParlanceOptions, parlance, parlance as default} from './plugin.ts'
export type {Variant} from './variant-code.ts'
