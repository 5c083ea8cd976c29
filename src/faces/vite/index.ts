export {type ParlanceOptions, parlance, parlance as default} from './plugin.ts'
export type {VariantModule as Variant} from './variant-code.ts'
