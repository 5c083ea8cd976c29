export type {Account, Decision} from './account/account.ts'
export {assertNoLeak, LeakError} from './assert-no-leak.ts'
export {attachSyntax} from './attach-syntax.ts'
export {type CheckOptions, check} from './check.ts'
export {type Change, type Comparison, compareTexts} from './compare/compare-texts.ts'
export {type GroupHashes, hashGroups} from './compare/group-hashes.ts'
export {compile} from './compile.ts'
export type {CompileOptions} from './compile-options.ts'
export {ConfigError, type ConfigProblem} from './config/config-error.ts'
export type {ServeSettings} from './config/defaults.ts'
export {type AudienceId, type AudienceInput, type Config, defineConfig} from './config/define-config.ts'
export {type ResolvedConfig, resolveConfig} from './config/resolve-config.ts'
export type {ConfigInput} from './config/schema.ts'
export {templateOf, templateProblem} from './config/template.ts'
export {describeDirectives} from './describe-directives.ts'
export {describeReference, printReference, type ReferenceDescription} from './describe-reference.ts'
export type {NamedThing} from './directives/definition.ts'
export type {AttributeDescription, DirectiveDescription} from './directives/describe.ts'
export type {
  Audience,
  AudienceTable,
  AudienceWords,
  CalloutKind,
  CslDate,
  Dimension,
  DirectiveKind,
  Document,
  Fallback,
  FindPage,
  Format,
  GlossaryEntry,
  Labels,
  Limits,
  Message,
  Meta,
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
  Rendering,
  Review,
  ReviewStatus,
  Settings,
  Severity,
  Site,
  TemplateSlots,
  TocEntry,
} from './document/index.ts'
export {
  directionOf,
  questionOf,
  relativeHref,
  variantFolder,
  variantUrl,
  withoutOwnCode,
} from './document/index.ts'
export {explainVariant} from './explain-variant.ts'
export {type DefinedKind, findDefinition} from './find-definition.ts'
export {findLeaks, type Leak} from './find-leaks.ts'
export {findMentions} from './find-mentions.ts'
export {forAudiences} from './for-audiences.ts'
export {type Furniture, furnitureOf} from './furniture-of.ts'
export type {Definition} from './library/definitions.ts'
export type {LibraryOptions, ProjectLibrary} from './library/project-library.ts'
export type {CheckReport} from './messages/check-report.ts'
export {explain} from './messages/choose.ts'
export type {CitationRow} from './messages/citation-table.ts'
export type {MatrixCell, MatrixRow} from './messages/matrix.ts'
export {type OptionNames, refuseUnknown} from './messages/refuse-unknown.ts'
export {type JsonMatrixRow, type JsonReport, reportToJson} from './messages/report-to-json.ts'
export {type Rule, type RuleId, rules, ruleUrl} from './messages/rules.ts'
export {type JsonMessage, messageFromJson, messageToJson, severityOf} from './messages/to-json.ts'
export {type Fix, fixesFor} from './outline/fixes.ts'
export type {Mention} from './outline/mentions.ts'
export {type Anchor, type Outline, type OutlineEntry, outlineOf} from './outline/outline.ts'
export {type Wording, wordingsOf} from './outline/wordings.ts'
export {type PageHead, pageHead} from './page-head.ts'
export {pageInfo} from './page-info.ts'
export {frontMatterKeys} from './parse/front-matter-schema.ts'
export type {ParseMarkdown} from './parse/parse.ts'
export {readLibrary} from './read-library.ts'
export type {ReadRecord, ReadRecords, ReferenceReaders} from './references/readers/table.ts'
export {render} from './render.ts'
export {renderEveryWording} from './render-every-wording.ts'
export type {RenderOptions} from './render-options.ts'
export {renderTree, type TreeRendering} from './render-tree.ts'
export {reportOn} from './report-on.ts'
export {NotServedError} from './select/reader.ts'
export {type FormatDefinition, formatNames, formats} from './serialize/formats.ts'
export {
  type AudiencePage,
  type ListedPage,
  listPage,
  serializeAudienceIndex,
  serializeIndex,
  serializeNotice,
  serializeQuestion,
} from './serialize/html/page/site-pages.ts'
export {servedAudiences} from './served-audiences.ts'
