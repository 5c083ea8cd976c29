export {type PreviewOptions, type RunningPreview, startPreview} from './preview-server.ts'
