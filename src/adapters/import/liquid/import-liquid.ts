import {compile, type Document, type ResolvedConfig} from '../../../internal.ts'
import {type Choices, choicesOf, idsFor, type Names, unknownName} from '../choices.ts'
import {frontMatterFor, partFrontMatter} from '../front-matter.ts'
import {type Imported, Notes} from '../imported.ts'
import {pageText} from '../page-text.ts'
import {firstDifference, wordsOf} from '../same-words.ts'
import {type Dialect, type Expression, namesIn, readersOf} from './expression.ts'
import {select} from './select.ts'
import {type LiquidPart, treeOf} from './tree.ts'
import {write} from './write.ts'

export interface LiquidOptions extends Partial<Dialect> {
  /** Path that messages name. */
  readonly path: string
  readonly config: ResolvedConfig
  /** Names of the source for declared ids. */
  readonly names?: Names
  /** What conditions choose between; default: audiences. */
  readonly dimension?: string
}

/**
 * Turn Markdown with Liquid conditions into Markdown with directives. Each reader's words are compared
 * afterwards: those of the result, and those that Liquid prints.
 *
 * @throws {RangeError} For a dimension that is not declared.
 */
export function importLiquid(source: string, options: LiquidOptions): Imported {
  const {path, config, names = new Map(), dimension, variable = 'audience'} = options
  const {tags = ['ifversion', 'ifaudience']} = options
  const choices = choicesOf(config, dimension)
  const notes = new Notes(path, source)
  const {yaml, yamlStart, body, bodyStart} = partFrontMatter(source)
  if (yaml !== undefined && /\{[%{]/.test(yaml)) {
    const start = yamlStart + yaml.search(/\{[%{]/)
    notes.error(
      'Liquid in front matter cannot be carried over',
      {start, end: start + 2},
      'Write a map by reader there: `title: {default: …, patient: …}`.',
    )
  }
  const head = frontMatterFor(yaml, yamlStart, config, notes)
  // In front of the body is as much as there was of front matter, so that offsets are those of the file.
  const before = ' '.repeat(Math.max(0, bodyStart - 1)) + (bodyStart > 0 ? '\n' : '')
  const text = before + body.replaceAll('\r\n', ' \n')
  const parts = treeOf(text, {variable, tags}, notes)
  const idsOf = explained(parts, names, choices, notes)
  const of = (expression: Expression): ReadonlySet<string> => readersOf(expression, choices.ids, idsOf)
  const written = write(parts, new Set(choices.ids), {text, choices, notes, readersOf: of})
  const markdown = `${head}${written.slice(bodyStart)}`
  if (notes.hasErrors) return notes.seal(markdown)
  const made = compile(markdown, {config, path})
  const wordsFor = (id: string, page: Document): readonly string[] =>
    wordsOf(dimension === undefined ? pageText(page, id) : pageText(page, undefined, {[dimension]: id}))
  for (const id of choices.ids) {
    const printed = `${head}${select(parts, when => of(when).has(id)).slice(bodyStart)}`
    const expected = wordsFor(id, compile(printed, {config, path}))
    const difference = firstDifference(expected, wordsFor(id, made))
    if (difference !== undefined)
      notes.error(
        `For ${id} the result would say “${difference.found}” where Liquid says “${difference.expected}”`,
        {start: bodyStart, end: bodyStart},
        'Conditions within code, links or addresses cannot be carried over: repeat the whole of it for each reader.',
      )
  }
  return notes.seal(markdown)
}

/** The readers that names stand for; each unknown name is reported where it stands. */
function explained(
  parts: readonly LiquidPart[],
  names: Names,
  choices: Choices,
  notes: Notes,
): (name: string) => readonly string[] {
  const visit = (part: LiquidPart): void => {
    if (part.kind !== 'choice') return
    part.branches.forEach(({when, parts}, index) => {
      for (const name of when === undefined ? [] : namesIn(when)) {
        if (idsFor(name, names, choices) !== undefined) continue
        const {reason, note} = unknownName(name, choices)
        notes.error(reason, part.tags[index] ?? part, note)
      }
      parts.forEach(visit)
    })
  }
  parts.forEach(visit)
  return name => idsFor(name, names, choices) ?? []
}
