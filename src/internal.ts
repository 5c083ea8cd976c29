export {createMessage} from './api/compile/create-message.ts'
export {describeDirectives} from './api/compile/describe-directives.ts'
export {describeReference, printReference} from './api/compile/describe-reference.ts'
export {type DefinedKind, findDefinition} from './api/compile/find-definition.ts'
export {findMentions} from './api/compile/find-mentions.ts'
export {type PageHead, pageHead} from './api/compile/page-head.ts'
export {servedAudiences} from './api/compile/served-audiences.ts'
export {type PageChrome, pageChrome} from './api/render/page-chrome.ts'
export {pageInfo} from './api/render/page-info.ts'
export {renderAllVariants} from './api/render/render-all-variants.ts'
export {hashGroups} from './checks/compare/group-hashes.ts'
export {fixesFor} from './checks/outline/fixes.ts'
export type {Mention} from './checks/outline/mentions.ts'
export {type OutlineEntry, outlineOf} from './checks/outline/outline.ts'
export {type Wording, wordingsOf} from './checks/outline/wordings.ts'
export {frontMatterKeys} from './core/1-parse/front-matter-schema.ts'
export type {NamedThing} from './core/2-analyze/directives/definition.ts'
export type {AttributeDescription, DirectiveDescription} from './core/2-analyze/directives/describe.ts'
export {formatNames, formats} from './core/5-serialize/formats.ts'
export {
  type AudiencePage,
  type ListedPage,
  listPage,
  serializeAudienceIndex,
  serializeIndex,
  serializeNotice,
  serializeQuestion,
} from './core/5-serialize/html/page/site-pages.ts'
export type {Definition} from './core/citations/library/definitions.ts'
export type {LibraryOptions} from './core/citations/library/project-library.ts'
export type {ReadRecord} from './core/citations/references/readers/read-record.ts'
export type {ReferenceReaders} from './core/citations/references/readers/table.ts'
export type {ConfigProblem} from './core/config/config-error.ts'
export type {ServeSettings} from './core/config/defaults.ts'
export {templateOf, templateProblem} from './core/config/template.ts'
export type {
  Fallback,
  FindPage,
  NativeParser,
  PageInfo,
  ReaderAnswer,
  ReaderQuestion,
  Review,
  Settings,
  Severity,
  TocEntry,
} from './core/language/index.ts'
export {directionOf, questionOf, variantFolder, variantUrl, withoutOwnCode} from './core/language/index.ts'
export {explain} from './core/messages/choose.ts'
export type {MatrixCell} from './core/messages/matrix.ts'
export {type OptionNames, refuseUnknown} from './core/messages/refuse-unknown.ts'
export {type JsonReport, reportToJson} from './core/messages/report-to-json.ts'
export {rulePage} from './core/messages/rule-page.ts'
export {type Rule, type RuleId, rules} from './core/messages/rules.ts'
export {severityOf} from './core/messages/to-json.ts'
export * from './index.ts'
