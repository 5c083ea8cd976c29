export {accept, readAccepted, staleGroups} from './accepted.ts'
export {assertKnown} from './assert-known.ts'
export {
  type BuildOptions,
  type BuildResult,
  type BuiltPage,
  buildProject,
  type PageRenderer,
  type RenderRequest,
} from './build-project.ts'
export type {CheckedPage} from './check-page.ts'
export {type CheckProjectOptions, type CheckResult, checkProject} from './check-project.ts'
export {codeFrame, type FramePlace} from './code-frame.ts'
export {ContentError} from './content-error.ts'
export {inTurn} from './in-turn.ts'
export {isFatal} from './is-fatal.ts'
export {
  type ContentChange,
  ContentMissing,
  LiveContent,
  type LiveOptions,
  type LivePage,
} from './live-content.ts'
export {configNames, type LoadedConfig, loadConfig} from './load-config.ts'
export {loadNativeParser} from './load-native-parser.ts'
export {
  foldersOf,
  isPart,
  loadProject,
  type Project,
  type ProjectOptions,
  pathIn,
  type TracedDocument,
} from './load-project.ts'
export type {Manifest, ManifestOutput} from './manifest.ts'
export {memoryFile} from './memory-file.ts'
export {MergeError} from './merge-error.ts'
export {type MergedPage, type MergeOptions, type MergeResult, mergeShards} from './merge-shards.ts'
export {messageLines} from './message-lines.ts'
export {OpenProject} from './open-project.ts'
export {noPages, ProjectError} from './out-folder.ts'
export {folderShelf, type PageShelf, type ShelvedPage} from './page-shelf.ts'
export {PageStore, type PageStoreOptions} from './page-store.ts'
export type {
  Alternate,
  PageVariant,
  PageVariants,
  QuestionPage,
  VariantOptions,
} from './page-variants.ts'
export type {PageTask, TaskDone} from './page-worker.ts'
export {printable} from './printable.ts'
export {ProjectVariants, type ProjectVariantsOptions} from './project-variants.ts'
export {createReader} from './reader.ts'
export type {RenderedPage} from './render-page.ts'
export {openRevision, type Revision, RevisionError} from './revision.ts'
export type {Shard} from './shard.ts'
export type {NamedFolder} from './shard-folders.ts'
export type {SiteFacts} from './site-facts.ts'
export {snapshotText} from './snapshots/snapshot-text.ts'
export {obsoleteVariants, removeVariants, variantFile} from './snapshots/variant-files.ts'
export {isOutOfMemory, ThreadMemoryError} from './thread-memory-error.ts'
export {type WatchOptions, watchProject} from './watch.ts'
