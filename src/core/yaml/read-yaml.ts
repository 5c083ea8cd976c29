import type {Point, Position} from 'unist'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml'
import {pointAt} from '../language/index.ts'
import {refuseCostly} from './refuse-costly.ts'

/** Bounds that a YAML text must keep. */
export interface YamlOptions {
  /** Where the text begins in its file; default: line 1, column 1, offset 0. */
  readonly start?: Point
  /** Levels of mappings and sequences inside one another. */
  readonly maxDepth: number
  /** Keys and list items, all levels together. */
  readonly maxNodes: number
}

/** Keys and indices from the top to a value. */
export type YamlPath = readonly (string | number)[]

/** What was read: as much as is sound, and everything that is not. */
export interface YamlReading {
  /**
   * Mappings are Maps, sequences arrays, scalars strings as typed; an empty value, `~` and `null` are `null`.
   */
  readonly value: unknown
  /** Place of a value, or of its key; of the nearest thing around it where there is no such path. */
  locate(path: YamlPath, what?: 'key' | 'value'): Position | undefined
  readonly problems: readonly YamlProblem[]
}

export interface YamlProblem {
  readonly message: string
  readonly position: Position | undefined
}

/**
 * Read YAML 1.2 (and so JSON) without any of its surprises: every scalar stays the text that was typed, no
 * aliases, tags, merge keys, complex keys or second documents, duplicate keys are problems. Never throws.
 *
 * @param text YAML without the lines of `---` around it.
 * @see https://yaml.org/spec/1.2.2/
 */
export function readYaml(text: string, options: YamlOptions): YamlReading {
  const start = options.start ?? {line: 1, column: 1, offset: 0}
  const at = (from: number, to: number): Position => ({
    start: pointAt(text, start, from),
    end: pointAt(text, start, to),
  })
  const costly = refuseCostly(text, options.maxDepth)
  if (costly !== undefined) {
    return {
      value: null,
      locate: () => undefined,
      problems: [{message: costly.message, position: at(costly.from, costly.to)}],
    }
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    merge: false,
    resolveKnownTags: false, // it would make a date of `!!timestamp`, whose text depends on the time zone
    uniqueKeys: true,
    logLevel: 'error',
    prettyErrors: false,
  })
  const toProblem = ({code, message, pos}: YAMLError): YamlProblem => ({
    message: wording[code] ?? message,
    position: at(pos[0], Math.max(pos[1], pos[0] + 1)),
  })
  const broken = firstMistake(document.errors)
  const problems = [...document.errors, ...document.warnings].map(toProblem)
  const value = new YamlReader(options, at, problems).read(document.contents, 0)
  return {
    value,
    locate: (path, what) => locate(document.contents, path, what ?? 'value', at),
    problems: broken === undefined ? problems : [toProblem(broken)],
  }
}

/** What is found behind the first mistake of syntax follows from it. A key that stands twice is none. */
function firstMistake(errors: readonly YAMLError[]): YAMLError | undefined {
  return errors
    .filter(({code}) => code !== 'DUPLICATE_KEY')
    .sort((left, right) => left.pos[0] - right.pos[0])[0]
}

/** The messages of `yaml` that say more to its authors than to ours. */
const wording: Record<string, string> = {
  BAD_INDENT: 'This line is indented less or more than its neighbors',
  TAB_AS_INDENT: 'Tabs cannot indent YAML: use blanks',
  DUPLICATE_KEY: 'This key stands here twice',
  MULTIPLE_DOCS: 'Only one YAML document may stand here',
  MISSING_CHAR: 'A quote, bracket or colon is missing here',
  UNEXPECTED_TOKEN: 'This does not belong here; put a text that holds such characters in quotes',
  IMPOSSIBLE: 'This is no YAML',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line; is a colon or a quote missing?',
  BLOCK_AS_IMPLICIT_KEY: 'A mapping cannot stand on the line of a key: put a text that holds `: ` in quotes',
  BAD_ALIAS: 'Aliases are not supported',
  TAG_RESOLVE_FAILED: 'Tags (`!name`) are not supported',
}

class YamlReader {
  #nodes = 0
  readonly #options: YamlOptions
  readonly #at: (from: number, to: number) => Position
  readonly #problems: YamlProblem[]

  constructor(options: YamlOptions, at: (from: number, to: number) => Position, problems: YamlProblem[]) {
    this.#options = options
    this.#at = at
    this.#problems = problems
  }

  read(node: unknown, depth: number): unknown {
    if (node === null || node === undefined) return null
    if (isAlias(node)) return this.#refuse(node, 'Aliases (`*name`) are not supported: write the value out')
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null
    if (node.anchor !== undefined)
      return this.#refuse(node, 'Anchors (`&name`) are not supported: write the value out')
    // a warning of the parser
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) return null
    if (isScalar(node)) return scalarText(node)
    if (depth >= this.#options.maxDepth)
      return this.#refuse(node, `Values may stand at most ${this.#options.maxDepth} levels deep`)
    if (isSeq(node)) return node.items.map(item => (this.#count(node) ? this.read(item, depth + 1) : null))
    const map = new Map<string, unknown>()
    for (const pair of node.items) {
      if (!this.#count(node)) break
      const key = keyText(pair)
      if (key === undefined) this.#refuse(node, 'A key must be plain text')
      else map.set(key, this.read(pair.value, depth + 1))
    }
    return map
  }

  #count(node: Node): boolean {
    this.#nodes++
    if (this.#nodes === this.#options.maxNodes + 1)
      this.#refuse(node, `At most ${this.#options.maxNodes} keys and list items are allowed`)
    return this.#nodes <= this.#options.maxNodes
  }

  #refuse(node: Node, message: string): null {
    const [from, to] = node.range ?? [0, 0]
    this.#problems.push({message, position: this.#at(from, to)})
    return null
  }
}

/**
 * The text as typed: the schema makes strings of all scalars, and a plain empty one, `~` or `null` is
 * nothing.
 */
function scalarText(node: Scalar): string | null {
  const text = String(node.value ?? '')
  const plain = node.type === 'PLAIN' || node.type === undefined
  return plain && /^(?:~|null|Null|NULL)?$/.test(text) ? null : text
}

function keyText({key}: Pair): string | undefined {
  return isScalar(key) && key.anchor === undefined ? String(key.value ?? '') : undefined
}

function locate(
  root: unknown,
  path: YamlPath,
  what: 'key' | 'value',
  at: (from: number, to: number) => Position,
): Position | undefined {
  let node = root
  let found = rangeOf(node)
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find(candidate => keyText(candidate) === String(step))
      if (pair === undefined) break
      node = pair.value
      const key = rangeOf(pair.key)
      found = isLast && what === 'key' ? key : (rangeOf(node) ?? key)
      if (found && key && found[0] === found[1]) found = key // an empty value has no place of its own
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      found = rangeOf(node) ?? found
    } else break
  }
  return found && at(...found)
}

/** From the first to behind the last character that belongs to a node itself, without blanks that follow. */
function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined
  return node.range ? [node.range[0], node.range[1]] : undefined
}
