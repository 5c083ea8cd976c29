import fc from 'fast-check'
import {defineConfig} from '../../src/index.ts'

/** Audiences of the generated documents: with a parent, and with a fallback. */
export const said = {
  audiences: [
    {id: 'clinician', label: 'C'},
    {id: 'nurse', label: 'N', is: 'clinician'},
    {id: 'patient', label: 'P'},
    {id: 'student', label: 'S', fallback: ['patient', 'clinician']},
  ],
}

export const config = defineConfig(said)

export const audiences = ['clinician', 'nurse', 'patient', 'student'] as const
export type Id = (typeof audiences)[number]
type Readers = ReadonlySet<Id>

const everyone: Readers = new Set(audiences)

/**
 * Who sees what is marked for an audience: a second, simple writing of the rule that the product implements.
 */
const seeing = (ids: readonly Id[]): Readers =>
  new Set(audiences.filter(id => ids.includes(id) || (id === 'nurse' && ids.includes('clinician'))))

const both = (left: Readers, right: Readers): Readers => new Set([...left].filter(id => right.has(id)))

/** Whose branch an audience gets, of those that there are. */
function chosen(id: Id, branches: readonly Id[]): Id | 'otherwise' {
  const order: Record<Id, readonly Id[]> = {
    clinician: ['clinician'],
    nurse: ['nurse', 'clinician'],
    patient: ['patient'],
    student: ['student', 'patient', 'clinician'],
  }
  return order[id].find(candidate => branches.includes(candidate)) ?? 'otherwise'
}

interface Condition {
  readonly not: boolean
  readonly ids: readonly Id[]
}

export type Inline =
  | {readonly is: 'text' | 'code'}
  | {readonly is: 'break'}
  | {
      readonly is: 'emphasis' | 'strong' | 'sub' | 'sup' | 'link' | 'image'
      readonly inside: readonly Inline[]
    }
  | {readonly is: 'only'; readonly condition: Condition; readonly inside: readonly Inline[]}
  | {readonly is: 'say'; readonly ids: readonly Id[]}
  | {readonly is: 'cite' | 'term' | 'var' | 'call' | 'xref'; readonly index: number}

export type Flow =
  | {readonly is: 'paragraph'; readonly marker: Condition | undefined; readonly inside: readonly Inline[]}
  | {
      readonly is: 'heading'
      readonly depth: number
      readonly marker: Condition | undefined
      readonly inside: readonly Inline[]
    }
  | {readonly is: 'quote' | 'callout' | 'include'; readonly inside: readonly Flow[]}
  | {readonly is: 'only'; readonly condition: Condition; readonly inside: readonly Flow[]}
  | {
      readonly is: 'list'
      readonly ordered: boolean
      readonly items: readonly {readonly marker: Condition | undefined; readonly inside: readonly Flow[]}[]
    }
  | {readonly is: 'variants'; readonly ids: readonly Id[]; readonly branches: readonly (readonly Flow[])[]}
  | {
      readonly is: 'table'
      readonly columns: readonly (Condition | undefined)[]
      readonly rows: readonly {
        readonly marker: Condition | undefined
        readonly cells: readonly (readonly Inline[])[]
      }[]
    }
  | {readonly is: 'code'}
  | {readonly is: 'place'; readonly what: 'toc' | 'references' | 'glossary'}

export interface Page {
  readonly flow: readonly Flow[]
  readonly notes: readonly (readonly Inline[])[]
}

const condition: fc.Arbitrary<Condition> = fc.record({
  not: fc.boolean(),
  ids: fc.uniqueArray(fc.constantFrom(...audiences), {minLength: 1, maxLength: 2}),
})
const marker = fc.option(condition, {nil: undefined, freq: 2})
const ids = fc.uniqueArray(fc.constantFrom(...audiences), {minLength: 1, maxLength: 3})
const index = fc.nat({max: 2})

const {flow} = fc.letrec<{inline: Inline; flow: Flow}>(tie => {
  const inlines = fc.array(tie('inline'), {minLength: 1, maxLength: 4, size: 'small'})
  const flows = fc.array(tie('flow'), {minLength: 1, maxLength: 3, size: 'small'})
  return {
    inline: fc.oneof(
      {maxDepth: 3, withCrossShrink: true},
      {arbitrary: fc.constant({is: 'text'} as const), weight: 6},
      {arbitrary: fc.constant({is: 'code'} as const), weight: 1},
      {arbitrary: fc.constant({is: 'break'} as const), weight: 1},
      {
        arbitrary: fc.record({is: fc.constantFrom('cite', 'term', 'var', 'call', 'xref'), index}),
        weight: 3,
      },
      {arbitrary: fc.record({is: fc.constant('say' as const), ids}), weight: 2},
      {
        arbitrary: fc.record({
          is: fc.constantFrom('emphasis', 'strong', 'sub', 'sup', 'link', 'image'),
          inside: inlines,
        }),
        weight: 3,
      },
      {arbitrary: fc.record({is: fc.constant('only' as const), condition, inside: inlines}), weight: 4},
    ),
    flow: fc.oneof(
      {maxDepth: 3, withCrossShrink: true},
      {arbitrary: fc.record({is: fc.constant('paragraph' as const), marker, inside: inlines}), weight: 5},
      {
        arbitrary: fc.record({
          is: fc.constant('heading' as const),
          depth: fc.integer({min: 2, max: 4}),
          marker,
          inside: inlines,
        }),
        weight: 3,
      },
      {arbitrary: fc.constant({is: 'code'} as const), weight: 1},
      {
        arbitrary: fc.record({
          is: fc.constant('place' as const),
          what: fc.constantFrom('toc', 'references', 'glossary'),
        }),
        weight: 1,
      },
      {
        arbitrary: fc.record({
          is: fc.constant('table' as const),
          columns: fc.array(marker, {minLength: 1, maxLength: 3}),
          rows: fc.array(fc.record({marker, cells: fc.array(inlines, {minLength: 3, maxLength: 3})}), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
        weight: 2,
      },
      {
        arbitrary: fc.record({
          is: fc.constant('list' as const),
          ordered: fc.boolean(),
          items: fc.array(fc.record({marker, inside: flows}), {minLength: 1, maxLength: 3}),
        }),
        weight: 2,
      },
      {arbitrary: fc.record({is: fc.constantFrom('quote', 'callout', 'include'), inside: flows}), weight: 2},
      {arbitrary: fc.record({is: fc.constant('only' as const), condition, inside: flows}), weight: 3},
      {
        arbitrary: fc.record({
          is: fc.constant('variants' as const),
          ids,
          branches: fc.array(flows, {minLength: 4, maxLength: 4}),
        }),
        weight: 2,
      },
    ),
  }
})

/** Pages in which every construct may stand in every other. */
export const page: fc.Arbitrary<Page> = fc.record({
  flow: fc.array(flow, {minLength: 1, maxLength: 6}),
  notes: fc.array(
    fc.array(
      fc.constantFrom<Inline>(
        {is: 'text'},
        {is: 'say', ids: ['patient']},
        {is: 'only', condition: {not: false, ids: ['clinician']}, inside: [{is: 'text'}]},
        {is: 'cite', index: 2},
      ),
      {minLength: 1, maxLength: 3},
    ),
    {minLength: 3, maxLength: 3},
  ),
})

/** One piece of text of a written page and its readers. */
export interface Leaf {
  readonly token: string
  readonly readers: Readers
  /**
   * Whether it must be in the plain text of those readers; a contents list or a definition may be nowhere.
   */
  readonly printed: boolean
}

export interface Written {
  readonly source: string
  readonly files: ReadonlyMap<string, string>
  readonly references: readonly object[]
  readonly leaves: readonly Leaf[]
}

/**
 * Write a page as an author would.
 *
 * @param changedFor Every text that this audience does not get is another one than without.
 */
export function write({flow, notes}: Page, changedFor?: Id): Written {
  return new Writer(changedFor).page(flow, notes)
}

class Writer {
  readonly #leaves: Leaf[] = []
  readonly #files = new Map<string, string>()
  readonly #changedFor: Id | undefined
  #headings = 0
  #printing = true

  constructor(changedFor: Id | undefined) {
    this.#changedFor = changedFor
  }

  page(flow: readonly Flow[], notes: readonly (readonly Inline[])[]): Written {
    const withDefault = (): string =>
      `{default: ${this.#leaf(new Set(['clinician', 'nurse']), false)}, patient: ${this.#leaf(new Set(['patient', 'student']), false)}}`
    const front = [
      '---',
      `title: ${withDefault()}`,
      `description: ${withDefault()}`,
      `followUp: ${withDefault()}`,
      `vars: {v0: ${withDefault()}, v1: ${withDefault()}, v2: ${withDefault()}}`,
      'glossary:',
      ...[0, 1, 2].map(at => `  t${at}: {term: ${withDefault()}, definition: ${withDefault()}}`),
      '---',
    ].join('\n')
    const body = this.#flow(flow, everyone, 0)
    this.#printing = false // a note is printed where it is called
    const definitions = notes.map((note, at) => `[^n${at}]: ${this.#inlines(note, everyone)}`).join('\n\n')
    return {
      source: `${front}\n\n${body}\n\n## Notes\n\n${definitions}\n`,
      files: this.#files,
      references: [0, 1, 2].map(at => ({id: `r${at}`, type: 'book', title: `Title${at}`})),
      leaves: this.#leaves,
    }
  }

  /** A word that stands nowhere else. */
  #leaf(readers: Readers, printed = true): string {
    const hidden = this.#changedFor !== undefined && !readers.has(this.#changedFor)
    const token = `${hidden ? 'changed q' : 'q'}${this.#leaves.length}x`
    this.#leaves.push({token: token.replace('changed ', ''), readers, printed: printed && this.#printing})
    return token
  }

  #condition({not, ids}: Condition): {readers: Readers; written: string} {
    const named = seeing(ids)
    return {
      readers: not ? new Set(audiences.filter(id => !named.has(id))) : named,
      written: `${not ? 'not' : 'for'}="${ids.join(' ')}"`,
    }
  }

  /** A marker where it leaves somebody, else nothing. */
  #marker(marker: Condition | undefined, readers: Readers): {text: string; readers: Readers} {
    if (marker === undefined) return {text: '', readers}
    const {readers: wanted, written} = this.#condition(marker)
    const left = both(readers, wanted)
    return left.size === 0 ? {text: '', readers} : {text: `:only{${written}} `, readers: left}
  }

  #inlines(inlines: readonly Inline[], readers: Readers): string {
    return inlines.map(inline => this.#inline(inline, readers)).join(' ')
  }

  #inline(inline: Inline, readers: Readers): string {
    switch (inline.is) {
      case 'text':
        return `${this.#leaf(readers)} 1:1000`
      case 'code':
        return `\`${this.#leaf(readers)}\``
      case 'emphasis':
        return `_${this.#inlines(inline.inside, readers)}_`
      case 'sub':
      case 'sup':
        return `<${inline.is}>${this.#inlines(inline.inside, readers)}</${inline.is}>`
      case 'break':
        return '<br>'
      case 'strong':
        return `**${this.#inlines(inline.inside, readers)}**`
      case 'link':
        return `[${this.#inlines(withoutLinks(inline.inside), readers)}](https://example.org/)`
      case 'image':
        return `![${this.#inlines(withoutLinks(inline.inside), readers)}](https://example.org/i.png)`
      case 'only': {
        const {readers: wanted, written} = this.#condition(inline.condition)
        const left = both(readers, wanted)
        return left.size === 0
          ? this.#leaf(readers)
          : `:only[${this.#inlines(inline.inside, left)}]{${written}}`
      }
      case 'say':
        return this.#say(inline.ids, readers)
      case 'cite':
        return `:cite[r${inline.index}]`
      case 'term':
        return `:term[t${inline.index}]`
      case 'var':
        return `:var[v${inline.index}]`
      case 'call':
        return `[^n${inline.index}]`
      case 'xref':
        return `:xref[${this.#leaf(readers)}]{to=h${inline.index} missing=text}`
    }
  }

  #say(ids: readonly Id[], readers: Readers): string {
    const named = ids.filter(id => readers.has(id))
    const gets = (id: Id | 'otherwise'): Readers =>
      new Set([...readers].filter(reader => chosen(reader, named) === id))
    if (named.length === 0) return this.#leaf(readers)
    const label = gets('otherwise').size > 0 ? `[${this.#leaf(gets('otherwise'))}]` : ''
    return `:say${label}{${named.map(id => `${id}="${this.#leaf(gets(id))}"`).join(' ')}}`
  }

  #flow(flow: readonly Flow[], readers: Readers, depth: number): string {
    let here = readers
    let section: {depth: number; outer: Readers}[] = []
    const blocks = flow.map(block => {
      if (block.is === 'heading') {
        while (section.length > 0 && (section.at(-1)?.depth ?? 0) >= block.depth)
          here = section.pop()?.outer ?? readers
        const {text, readers: inside} = this.#marker(block.marker, here)
        if (text !== '') {
          section = [...section, {depth: block.depth, outer: here}]
          here = inside
        }
        const id = `{#h${this.#headings++}}`
        const printing = this.#printing
        this.#printing = false // a heading goes with its section
        const line = `${'#'.repeat(block.depth)} ${text}${this.#inlines(block.inside, here)} ${id}`
        this.#printing = printing
        return line
      }
      return this.#block(block, here, depth)
    })
    return blocks.join('\n\n')
  }

  #block(block: Exclude<Flow, {is: 'heading'}>, readers: Readers, depth: number): string {
    switch (block.is) {
      case 'paragraph': {
        const {text, readers: inside} = this.#marker(block.marker, readers)
        return `${text}${this.#leaf(inside)} ${this.#inlines(block.inside, inside)}`
      }
      case 'quote':
        return prefix('> ', this.#flow(block.inside, readers, depth))
      case 'callout':
        return this.#container(
          `note[${this.#leaf(readers)}]`,
          // a title alone is no call-out
          `${this.#leaf(readers)}\n\n${this.#flow(block.inside, readers, depth + 1)}`,
          depth,
        )
      case 'only': {
        const {readers: wanted, written} = this.#condition(block.condition)
        const left = both(readers, wanted)
        if (left.size === 0) return this.#leaf(readers)
        return this.#container(`only{${written}}`, this.#flow(block.inside, left, depth + 1), depth)
      }
      case 'include': {
        const file = `part${this.#files.size}.md`
        this.#files.set(file, '') // taken, before what is inside takes the next
        this.#files.set(file, this.#flow(withoutNotes(block.inside), readers, 0))
        return `::include{file="${file}"}`
      }
      case 'list':
        return block.items
          .map(({marker, inside}, at) => {
            const bullet = block.ordered ? `${at + 1}. ` : '- '
            const {text, readers: left} = this.#marker(marker, readers)
            const content = `${text}${this.#leaf(left)}\n\n${this.#flow(inside, left, depth)}`
            return `${bullet}${prefix(' '.repeat(bullet.length), content).trimStart()}`
          })
          .join('\n')
      case 'variants':
        return this.#variants(block.ids, block.branches, readers, depth)
      case 'table':
        return this.#table(block, readers)
      case 'code':
        return `\`\`\`\n${this.#leaf(readers)} :: 1:1000\n\`\`\``
      case 'place':
        return `::${block.what}`
    }
  }

  #variants(
    ids: readonly Id[],
    branches: readonly (readonly Flow[])[],
    readers: Readers,
    depth: number,
  ): string {
    const named = ids.filter(id => readers.has(id))
    const gets = (id: Id | 'otherwise'): Readers =>
      new Set([...readers].filter(reader => chosen(reader, named) === id))
    const written = named.map((id, at) =>
      this.#container(
        id,
        `${this.#leaf(gets(id))}\n\n${this.#flow(branches[at] ?? [], gets(id), depth + 2)}`,
        depth + 1,
      ),
    )
    const rest = gets('otherwise')
    if (rest.size > 0)
      written.push(
        this.#container(
          'otherwise',
          `${this.#leaf(rest)}\n\n${this.#flow(branches[3] ?? [], rest, depth + 2)}`,
          depth + 1,
        ),
      )
    return this.#container('variants', written.join('\n'), depth)
  }

  #table({columns, rows}: Extract<Flow, {is: 'table'}>, readers: Readers): string {
    const marked = columns.map(column => this.#marker(column, readers))
    // a table goes with its rows
    const header = marked.map(({text, readers: left}) => `${text}${this.#leaf(left, false)}`)
    const body = rows.map(({marker, cells}) => {
      const {text, readers: left} = this.#marker(marker, readers)
      const row = columns.map((_, at) => {
        const inside = both(left, marked[at]?.readers ?? readers)
        const content = inside.size === 0 ? '' : this.#inlines(cells[at] ?? [], inside)
        return `${at === 0 ? text : ''}${content}`
      })
      return `| ${row.join(' | ')} |`
    })
    return [`| ${header.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`, ...body].join('\n')
  }

  /** Outer fences are longer than inner ones: by depth from a length that is enough for all. */
  #container(opening: string, content: string, depth: number): string {
    const fence = ':'.repeat(40 - depth)
    return `${fence}${opening}\n${content}\n${fence}`
  }
}

/** A link cannot hold a link. */
function withoutLinks(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.is === 'call' || inline.is === 'xref' || inline.is === 'term' || inline.is === 'cite')
      return [{is: 'text'}]
    return 'inside' in inline
      ? [
          inline.is === 'link' || inline.is === 'image'
            ? {is: 'text'}
            : {...inline, inside: withoutLinks(inline.inside)},
        ]
      : [inline]
  })
}

/** Footnotes belong to their file, and the parts here have none. */
function withoutNotes<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutNotes) as T
  if (typeof node !== 'object' || node === null) return node
  if ('is' in node && node.is === 'call') return {is: 'text'} as T
  return Object.fromEntries(Object.entries(node).map(([key, below]) => [key, withoutNotes(below)])) as T
}

function prefix(mark: string, text: string): string {
  return text
    .split('\n')
    .map(line => (line === '' ? mark.trimEnd() : mark + line))
    .join('\n')
}
