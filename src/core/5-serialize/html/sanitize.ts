import type {Root} from 'hast'
import {defaultSchema, type Schema, sanitize} from 'hast-util-sanitize'

/** Attributes that our own handlers put on some elements. */
const named = ['ariaLabel', 'role']

/**
 * GitHub's allow-list and what our handlers add. Ids are not prefixed: links such as `#ref-swain2015` are part of the
 * language, and none of our elements is one that can shadow a property of the document.
 */
const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'abbr', 'aside', 'button', 'dfn', 'nav', 'section'].filter(
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
    '*': ['dir', 'id', 'lang', 'title'],
    a: ['href', ...named],
    aside: [...named, ['className', 'callout', /^callout-[a-z]+$/]],
    button: ['popoverTarget', ['className', 'term'], ['type', 'button']],
    code: [['className', /^language-./]],
    div: ['align', ...named, 'tabIndex', ['className', 'definition', 'table-box'], ['popover', 'auto']],
    img: ['alt', 'height', 'src', 'width'],
    li: ['value', ['className', 'task-list-item']],
    nav: [...named, ['className', 'toc']],
    p: [['className', 'callout-title', 'safety-title', 'draft'], 'role'],
    section: [...named, ['className', 'footnotes', 'glossary', 'references', 'safety']],
    span: [['className', 'citation', 'callout-kind']],
    sup: [['className', 'citation']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
  },
}

/** The same schema with marks for previews: where blocks come from, and which readers wordings are for. */
const markedSchema: Schema = {
  ...schema,
  attributes: {
    ...schema.attributes,
    '*': [...(schema.attributes?.['*'] ?? []), 'dataLine', 'dataEnd', 'dataFile', 'dataFor'],
    p: [['className', 'callout-title', 'safety-title', 'draft', 'badge'], 'role'],
    span: [['className', 'citation', 'callout-kind', 'badge']],
  },
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
