import {readability} from '../../api/readability.ts'
import {
  check,
  type Document,
  explain,
  explainVariant,
  findLeaks,
  formatNames,
  type Leak,
  messageToJson,
  NotServedError,
  render,
  type Severity,
  severityOf,
} from '../../internal.ts'
import {messageLines} from '../../project/index.ts'

/** What a matcher found; Vitest prints the message where that is not what was expected. */
interface Found {
  readonly pass: boolean
  readonly message: () => string
}

const found = (pass: boolean, message: () => string): Found => ({pass, message})

/** `expect(document).toRenderFor('patient')`: the page serves the audience and has no errors. */
export function toRenderFor(received: unknown, audience: string): Found {
  const document = documentOf(received)
  try {
    const errors = render(document, {audience}).messages.filter(({fatal}) => fatal === true)
    return found(errors.length === 0, () =>
      errors.length === 0
        ? `${nameOf(document)} renders for \`${audience}\``
        : `${nameOf(document)} does not render for \`${audience}\`:\n${messageLines(errors.map(messageToJson))}`,
    )
  } catch (error) {
    if (error instanceof NotServedError) return found(false, () => error.message)
    throw error
  }
}

const weights: Readonly<Record<Severity, number>> = {info: 0, warning: 1, error: 2}

/**
 * `expect(document).toHaveNoMessages()`: a check of every variant finds nothing of this severity, or of a
 * worse one.
 */
export function toHaveNoMessages(received: unknown, least: Severity = 'info'): Found {
  if (!(least in weights))
    throw new RangeError(`Unknown severity \`${least}\`${explain(least, Object.keys(weights))}`)
  const document = documentOf(received)
  const messages = check(document).messages.filter(message => weights[severityOf(message)] >= weights[least])
  return found(messages.length === 0, () =>
    messages.length === 0
      ? `${nameOf(document)} has no messages`
      : `${nameOf(document)} has ${messages.length} ${messages.length === 1 ? 'message' : 'messages'}:\n${messageLines(messages.map(messageToJson))}`,
  )
}

/** `expect(document).toCiteInOrder('patient', ['label'])`: these works, all of them, by their numbers. */
export function toCiteInOrder(received: unknown, audience: string, keys: readonly string[]): Found {
  const document = documentOf(received)
  const cited = render(document, {audience}).citations.map(({key}) => key)
  const pass = cited.length === keys.length && cited.every((key, index) => key === keys[index])
  return found(pass, () => {
    const unknown = keys
      .filter(key => !document.references.has(key))
      .map(key => `\nUnknown reference \`${key}\`${explain(key, [...document.references.keys()])}`)
    return `For \`${audience}\` ${nameOf(document)} ${pass ? 'cites these works in this order' : 'cites other works, or in another order'}:\n${sideBySide(keys, cited)}${unknown.join('')}`
  })
}

function sideBySide(expected: readonly string[], actual: readonly string[]): string {
  const width = Math.max(...['expected', ...expected].map(key => key.length))
  const rows = Array.from({length: Math.max(expected.length, actual.length)}, (_, index) => {
    const [wanted = '–', got = '–'] = [expected[index], actual[index]]
    return `${wanted === got ? ' ' : '≠'} ${String(index + 1).padStart(3)}  ${wanted.padEnd(width)}  ${got}`
  })
  return [`       ${'expected'.padEnd(width)}  found`, ...rows].join('\n')
}

/**
 * `expect(document).not.toLeakFrom('clinician', 'patient')`: nothing that the first reader gets and the
 * second does not stands where the second can see it, in any format.
 *
 * @param output What to look at in place of Parlance's own outputs: HTML, text, Markdown or JSON.
 */
export function toLeakFrom(received: unknown, audience: string, into: string, output?: string): Found {
  if (audience === into) throw new RangeError(`\`${into}\` may see what is for \`${audience}\``)
  const document = documentOf(received)
  const outputs = output === undefined ? outputsFor(document, into) : new Map([['output', output]])
  const leaks = [...outputs].flatMap(([name, text]) =>
    findLeaks(document, text, {audience: into}, audience).map(leak => ({name, leak})),
  )
  return found(leaks.length > 0, () =>
    leaks.length === 0
      ? `No text for \`${audience}\` reaches \`${into}\` in ${nameOf(document)}`
      : `Text for \`${audience}\` reaches \`${into}\`:\n${leaks.map(({name, leak}) => describeLeak(document, into, name, leak)).join('\n')}`,
  )
}

/**
 * `expect(document).toReadAtOrBelowGrade('patient', 8)`: the variant needs no higher US school grade. English
 * only.
 */
export function toReadAtOrBelowGrade(received: unknown, audience: string, most: number): Found {
  const document = documentOf(received)
  const {grade, sentences} = readability(document, {audience})
  return found(grade <= most, () => {
    const limit = grade <= most ? `which is no more than ${most}` : `at most ${most} is allowed`
    const needs = `For \`${audience}\` ${nameOf(document)} needs grade ${grade}, ${limit}`
    const hardest = sentences.map(sentence => {
      const {line, column} = sentence.place?.start ?? {}
      const at = line === undefined ? '' : `:${line}:${column}`
      return `  ${sentence.file ?? document.path ?? 'the source'}${at} grade ${sentence.grade}: ${sentence.text}`
    })
    return [`${needs}. Hardest sentences:`, ...hardest].join('\n')
  })
}

/** Whole pages in every format; of a page with errors, drafts. */
function outputsFor(document: Document, audience: string): ReadonlyMap<string, string> {
  return new Map(
    formatNames.map(format => {
      const options = {audience, format, page: true, width: 0}
      const {value, messages} = render(document, options)
      const held = messages.some(({fatal}) => fatal === true)
      return [format, held ? render(document, {...options, draft: true}).value : value]
    }),
  )
}

function describeLeak(document: Document, into: string, name: string, {text, file, place}: Leak): string {
  const where = `in their ${name}: “${text}”`
  if (place === undefined)
    return `  ${where}\n    of the front matter, the glossary or the references of ${file ?? 'the source'}`
  const {line, column} = place.start
  const inside = explainVariant(document, {audience: into}).filter(
    part =>
      part.status === 'out' &&
      (part.file ?? document.path) === file &&
      isWithin([line, column], [part.line, part.column], [part.endLine, part.endColumn]),
  )
  const block = inside[0]
  const why =
    block === undefined
      ? ''
      : ` in the ${wordsOf(block.type)} at ${block.line}:${block.column}, which is ${block.detail}`
  return `  ${where}\n    ${file ?? 'the source'}:${line}:${column}${why}`
}

/** `list item` of `listItem`; a container’s own type is a name of Parlance. */
function wordsOf(type: string): string {
  return type === 'fragment' ? 'container' : type.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

type Point = readonly [line: number, column: number]

function isWithin(point: Point, start: Point, end: Point): boolean {
  return !isBefore(point, start) && isBefore(point, end)
}

function isBefore([line, column]: Point, [otherLine, otherColumn]: Point): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn)
}

function nameOf({path}: Document): string {
  return path ?? 'the document'
}

/** @throws {TypeError} For anything but a compiled document. */
function documentOf(received: unknown): Document {
  if (isDocument(received)) return received
  throw new TypeError('This matcher is for a compiled document: what `compile` or `compileContent` gives')
}

function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    'root' in value &&
    'settings' in value &&
    'visibility' in value
  )
}
