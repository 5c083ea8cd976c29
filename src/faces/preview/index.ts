export {startPreview} from './preview-server.ts'
