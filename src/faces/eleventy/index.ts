export type {EleventyConfig} from './eleventy-config.ts'
export {type EleventyOptions, parlancePlugin} from './plugin.ts'
export type {TemplateOptions} from './templates.ts'
