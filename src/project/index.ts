export type {Fallback, ReaderAnswer, ReaderQuestion, TocEntry} from '../internal.ts'
export {
  type BuildOptions,
  type BuildResult,
  buildProject,
  type PageRenderer,
  type RenderRequest,
} from './build/build-project.ts'
export type {BuiltPage} from './build/built-page.ts'
export type {Jobs} from './build/in-threads.ts'
export type {Manifest, ManifestOutput} from './build/manifest.ts'
export type {PageTask, TaskDone} from './build/page-worker.ts'
export {ProjectVariants, type ProjectVariantsOptions} from './build/project-variants.ts'
export {serialQueue} from './build/serial-queue.ts'
export {isOutOfMemory, ThreadMemoryError} from './build/thread-memory-error.ts'
export {removeLeftovers, type WriteOptions, writeWhole} from './build/write-whole.ts'
export {cacheFile} from './cache/cache-file.ts'
export {type CacheStore, fileStore, type StoredCacheEntry} from './cache/cache-store.ts'
export {PageStore, type PageStoreOptions} from './cache/page-store.ts'
export {accept, staleGroupsNow} from './check/accepted.ts'
export type {CheckedPage} from './check/check-page.ts'
export {type CheckProjectOptions, type CheckResult, checkProject} from './check/check-project.ts'
export {codeFrame, type FramePlace} from './check/code-frame.ts'
export {messageLines} from './check/message-lines.ts'
export {printable} from './check/printable.ts'
export {
  type ContentChange,
  ContentMissing,
  LiveContent,
  type LiveOptions,
  type LivePage,
} from './live/live-content.ts'
export {type WatchOptions, watchProject} from './live/watch.ts'
export {assertKnown} from './load/assert-known.ts'
export {ContentError, isError} from './load/content-error.ts'
export {configNames, type LoadedConfig, loadConfig} from './load/load-config.ts'
export {loadNativeParser} from './load/load-native-parser.ts'
export {
  foldersOf,
  loadProject,
  type Project,
  type ProjectOptions,
  pathIn,
  type TracedDocument,
} from './load/load-project.ts'
export {OpenProject} from './load/open-project.ts'
export {noPages, ProjectError} from './load/out-folder.ts'
export {isPart} from './load/project-host.ts'
export {createReader} from './load/reader.ts'
export {openRevision, type Revision, RevisionError} from './load/revision.ts'
export {readRuleDocs, ruleDocsUrl} from './load/rule-docs.ts'
export {type CompiledPage, compilePage, type FindFurther} from './pages/compile-page.ts'
export type {
  Alternate,
  PageVariant,
  PageVariants,
  QuestionPage,
} from './pages/page-variants.ts'
export type {PageOptions, RenderedPage, VariantOptions} from './pages/render-page.ts'
export type {SiteFacts} from './pages/site-facts.ts'
export {MergeError} from './shards/merge-error.ts'
export {type MergedPage, type MergeOptions, type MergeResult, mergeShards} from './shards/merge-shards.ts'
export type {Shard} from './shards/shard.ts'
export type {NamedFolder} from './shards/shard-folders.ts'
export {snapshotText} from './snapshots/snapshot-text.ts'
export {obsoleteVariants, removeVariants, type ServedPage, variantFile} from './snapshots/variant-files.ts'
