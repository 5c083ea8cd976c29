export {createMessage} from './api/compile/create-message.ts'
export {describeDirectives} from './api/compile/describe-directives.ts'
export {
  describeReference,
  printReference,
  type ReferenceDescription,
} from './api/compile/describe-reference.ts'
export {type DefinedKind, findDefinition} from './api/compile/find-definition.ts'
export {findMentions} from './api/compile/find-mentions.ts'
export {type PageHead, pageHead} from './api/compile/page-head.ts'
export {servedAudiences} from './api/compile/served-audiences.ts'
export {type PageChrome, pageChrome} from './api/render/page-chrome.ts'
export {pageInfo} from './api/render/page-info.ts'
export {renderAllVariants} from './api/render/render-all-variants.ts'
export type {Reason} from './checks/account/explain.ts'
export type {Change} from './checks/compare/compare-texts.ts'
export {type GroupHashes, hashGroups} from './checks/compare/group-hashes.ts'
export {type Fix, fixesFor} from './checks/outline/fixes.ts'
export type {Mention} from './checks/outline/mentions.ts'
export {type Anchor, type Outline, type OutlineEntry, outlineOf} from './checks/outline/outline.ts'
export {type Wording, wordingsOf} from './checks/outline/wordings.ts'
export {frontMatterKeys} from './core/1-parse/front-matter-schema.ts'
export type {ParseMarkdown} from './core/1-parse/parse.ts'
export type {NamedThing} from './core/2-analyze/directives/definition.ts'
export type {AttributeDescription, DirectiveDescription} from './core/2-analyze/directives/describe.ts'
export {type FormatDefinition, formatNames, formats} from './core/5-serialize/formats.ts'
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
export type {ReadRecord, ReadRecords} from './core/citations/references/readers/read-record.ts'
export type {ReferenceReaders} from './core/citations/references/readers/table.ts'
export type {ConfigProblem} from './core/config/config-error.ts'
export type {ServeSettings} from './core/config/defaults.ts'
export type {AudienceInput} from './core/config/define-config.ts'
export type {ConfigInput} from './core/config/schema.ts'
export {templateOf, templateProblem} from './core/config/template.ts'
export type {
  Audience,
  AudienceTable,
  AudienceWords,
  CalloutKind,
  CslDate,
  Dimension,
  DirectiveKind,
  Fallback,
  FindPage,
  GlossaryEntry,
  Labels,
  Limits,
  Name,
  NativeNode,
  NativeParser,
  PageInfo,
  PageTemplate,
  ParserChoice,
  ReaderAnswer,
  ReaderQuestion,
  ReadFile,
  Reference,
  ReferenceGroup,
  Review,
  ReviewStatus,
  Settings,
  Severity,
  Site,
  TemplateSlots,
  TocEntry,
} from './core/language/index.ts'
export {
  directionOf,
  questionOf,
  relativeHref,
  variantFolder,
  variantUrl,
  withoutOwnCode,
} from './core/language/index.ts'
export {explain} from './core/messages/choose.ts'
export type {CitationRow} from './core/messages/citation-table.ts'
export type {MatrixCell, MatrixRow} from './core/messages/matrix.ts'
export {type OptionNames, refuseUnknown} from './core/messages/refuse-unknown.ts'
export {type JsonMatrixRow, type JsonReport, reportToJson} from './core/messages/report-to-json.ts'
export {rulePage} from './core/messages/rule-page.ts'
export {type Rule, type RuleId, rules} from './core/messages/rules.ts'
export {severityOf} from './core/messages/to-json.ts'
export * from './index.ts'
