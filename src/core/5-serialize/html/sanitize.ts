import type {Root} from 'hast'
import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize'
import type {MarkdownType, NodeTable} from '../../language/index.ts'

type PropertyDefinition = NonNullable<Schema['attributes']>[string][number]

/** What may stand on an element: classes, and attributes. */
interface Allowed {
  readonly classes?: readonly (string | RegExp)[]
  readonly attributes?: readonly PropertyDefinition[]
}

/** By the name of the element. */
type Elements = Readonly<Record<string, Allowed>>

/** Attributes that our own handlers put on some elements. */
const named = ['ariaLabel', 'role']

/** What our own nodes print, and the sections that stand in their places. */
const ofNodes = {
  branch: {},
  callout: {
    aside: {attributes: named, classes: ['callout', /^callout-[a-z]+$/]},
    p: {classes: ['callout-title']},
    span: {classes: ['callout-kind']},
  },
  calloutTitle: {},
  citation: {
    a: {attributes: ['href', ...named]},
    span: {classes: ['citation']},
    sup: {classes: ['citation']},
  },
  crossReference: {a: {attributes: ['href']}},
  fragment: {div: {}},
  place: {
    li: {attributes: ['value']},
    nav: {attributes: named, classes: ['toc']},
    section: {attributes: named, classes: ['glossary', 'references']},
  },
  safety: {
    p: {classes: ['safety-title']},
    section: {attributes: named, classes: ['safety']},
  },
  say: {},
  span: {span: {}},
  subscript: {sub: {}},
  superscript: {sup: {}},
  term: {
    a: {attributes: ['href']},
    abbr: {},
    button: {attributes: ['popoverTarget', ['type', 'button']], classes: ['term']},
    dfn: {},
    div: {attributes: [...named, ['popover', 'auto']], classes: ['definition']},
  },
  variants: {},
} satisfies Omit<NodeTable<Elements>, MarkdownType>

/** What nodes of Markdown print, footnotes, and the notice of a draft. */
const ofMarkdown: Elements = {
  a: {attributes: ['href', ...named]},
  code: {classes: [/^language-./]},
  div: {attributes: ['align', ...named, 'tabIndex'], classes: ['table-box']},
  img: {attributes: ['alt', 'height', 'src', 'width']},
  li: {classes: ['task-list-item']},
  p: {attributes: ['role'], classes: ['draft']},
  section: {attributes: named, classes: ['footnotes']},
  td: {attributes: ['align', 'colSpan', 'rowSpan']},
  th: {attributes: ['align', 'colSpan', 'rowSpan', 'scope']},
}

/** What tells a preview which readers wordings are for. */
const ofMarks: Elements = {p: {classes: ['badge']}, span: {classes: ['badge']}}

const schema = schemaOf([...Object.values(ofNodes), ofMarkdown], [])
const markedSchema = schemaOf(
  [...Object.values(ofNodes), ofMarkdown, ofMarks],
  ['dataLine', 'dataEnd', 'dataFile', 'dataFor'],
)

/**
 * GitHub's allow-list and what our handlers add. Ids are not prefixed: links such as `#ref-swain2015` are
 * part of the language, and none of our elements is one that can shadow a property of the document.
 *
 * @param everywhere Attributes that may stand on any element.
 */
function schemaOf(tables: readonly Elements[], everywhere: readonly string[]): Schema {
  const elements = [...new Set(tables.flatMap(Object.keys))]
  const attributes = elements.map((name): [string, PropertyDefinition[]] => {
    const allowed = tables.flatMap(table => table[name] ?? [])
    const classes = allowed.flatMap(({classes = []}) => classes)
    const others = allowed.flatMap(({attributes = []}) => attributes)
    return [name, classes.length === 0 ? others : [...others, ['className', ...classes]]]
  })
  return {
    ...defaultSchema,
    clobber: [],
    clobberPrefix: '',
    tagNames: [...(defaultSchema.tagNames ?? []), ...elements].filter(
      name => !['picture', 'source'].includes(name),
    ),
    protocols: {
      ...defaultSchema.protocols,
      href: ['http', 'https', 'mailto', 'tel'],
      src: ['http', 'https'],
      cite: ['http', 'https'],
    },
    attributes: {
      ...defaultSchema.attributes,
      ...Object.fromEntries(attributes),
      '*': ['dir', 'id', 'lang', 'title', ...everywhere],
    },
  }
}

const tagNames: ReadonlySet<string> = new Set(schema.tagNames)

/** Elements in raw HTML, comments aside, that are not on the allow-list, by their names; each once. */
export function elementsDropped(html: string): readonly string[] {
  const tags = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .matchAll(/<([a-z][^\s/<>]*)(?:"[^"]*"|'[^']*'|[^<>"'])*/gi)
  const names = Array.from(tags, ([, name = '']) => name.toLowerCase())
  return [...new Set(names)].filter(name => !tagNames.has(name))
}

/**
 * Keep only elements, attributes and protocols of the allow-list.
 *
 * @param marked Whether marks of a preview stay.
 */
export function sanitizeTree(tree: Root, marked = false): Root {
  const clean = sanitize(tree, marked ? markedSchema : schema)
  return clean.type === 'root' ? clean : {type: 'root', children: clean.type === 'doctype' ? [] : [clean]}
}
