export {type RemarkParlanceOptions, remarkParlance, remarkParlance as default} from './remark-parlance.ts'
