export {choicesIn} from './choices.ts'
export {type DitavalFile, importDita} from './dita/import-dita.ts'
export type {Imported} from './imported.ts'
export {importLiquid} from './liquid/import-liquid.ts'
