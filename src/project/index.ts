export {accept, readAccepted, staleGroups} from './accepted.ts'
export {type BuildOptions, type BuildResult, type BuiltPage, buildProject} from './build-project.ts'
export {
  type ContentChange,
  ContentMissing,
  LiveContent,
  type LiveOptions,
  type LivePage,
} from './live-content.ts'
export {configNames, type LoadedConfig, loadConfig} from './load-config.ts'
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
export {createReader} from './reader.ts'
export {openRevision, type Revision, RevisionError} from './revision.ts'
export type {SiteFacts} from './site-facts.ts'
export {snapshotText} from './snapshots/snapshot-text.ts'
export {obsoleteVariants, removeVariants, variantFile} from './snapshots/variant-files.ts'
export {type WatchOptions, watchProject} from './watch.ts'
