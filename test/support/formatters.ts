import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {main as markdownlint} from 'markdownlint-cli2'
import {format as prettier} from 'prettier'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify, {type Options} from 'remark-stringify'
import {unified} from 'unified'
import {attachSyntax} from '../../src/index.ts'
import {temporarily} from './temporary.ts'

/** Every audience that a page of the tests declares. */
const audiences = ['clinician', 'nurse', 'patient', 'student'].map(id => ({id, label: id}))

/** What a formatter makes of Markdown files. */
type Formatter = (texts: readonly string[]) => Promise<readonly string[]>

const each =
  (format: (text: string) => string | Promise<string>): Formatter =>
  texts =>
    Promise.all(texts.map(format))

const withPrettier = (options: Readonly<Record<string, unknown>> = {}): Formatter =>
  each(text => prettier(text, {parser: 'markdown', ...options}))

const common: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  listItemIndent: 'one',
  incrementListMarker: false,
}

const plain = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

const withRemark = (options: Options = {}): Formatter => {
  const processor = plain().use(remarkDirective).use(remarkStringify, options).freeze()
  return each(text => String(processor.processSync(text)))
}

/** As docs/formatters.md says. */
const withSyntax = (options: Options = {}): Formatter => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, {singleTilde: false})
    .use(function () {
      attachSyntax(this, {audiences})
    })
    .use(remarkStringify, options)
    .freeze()
  return each(text => String(processor.processSync(text)))
}

const withoutDirectives = (options: Options = {}): Formatter => {
  const processor = plain().use(remarkStringify, options).freeze()
  return each(text => String(processor.processSync(text)))
}

/** `markdownlint-cli2 --fix` on a folder of files. */
const withMarkdownlint: Formatter = texts =>
  temporarily(Object.fromEntries(texts.map((text, at) => [`${at}.md`, text])), async folder => {
    await markdownlint({argv: ['--fix', '*.md'], directory: folder})
    return texts.map((_, at) => readFileSync(join(folder, `${at}.md`), 'utf8'))
  })

/** THE table of formatters that authors run over Markdown, with the settings that they commonly have. */
export const formatters = {
  prettier: withPrettier(),
  'prettier, prose always wrapped': withPrettier({proseWrap: 'always'}),
  'prettier, prose never wrapped': withPrettier({proseWrap: 'never'}),
  'prettier, tabs': withPrettier({useTabs: true}),
  'prettier, 4 columns': withPrettier({tabWidth: 4}),
  'remark with the syntax of Parlance': withSyntax(),
  'remark with the syntax of Parlance, common options': withSyntax(common),
  'remark with remark-directive': withRemark(),
  'remark with remark-directive, common options': withRemark(common),
  'remark without directives': withoutDirectives(),
  'remark without directives, common options': withoutDirectives(common),
  'markdownlint --fix': withMarkdownlint,
} as const satisfies Readonly<Record<string, Formatter>>

export type FormatterName = keyof typeof formatters
export const formatterNames = Object.keys(formatters) as readonly FormatterName[]
