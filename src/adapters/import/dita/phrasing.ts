import type {PhrasingContent} from 'mdast'
import {phrasingFor} from './only.ts'
import {type DitaHandler, type State, shownTo} from './state.ts'
import {collapsed, elementsIn, isElement, isText, spanOf, type XmlElement, type XmlNode} from './xml.ts'

/** Read running text. Elements that belong to a block are noted. */
export function readPhrasing(nodes: readonly XmlNode[], state: State): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (isText(node)) return [{type: 'text', value: collapsed(node.text)}]
    return isElement(node) ? phrasingOf(node, state) : []
  })
}

/** Whether an element stands in running text. */
export function isPhrasing({name, attributes}: XmlElement): boolean {
  return name === 'image' ? attributes.placement !== 'break' : handlers.has(name)
}

function phrasingOf(element: XmlElement, state: State): PhrasingContent[] {
  const handler = handlers.get(element.name)
  if (handler === undefined) {
    state.notes.error(`\`${element.name}\` cannot be carried over here`, spanOf(element))
    return []
  }
  const shown = shownTo(element, state)
  return shown === undefined ? [] : phrasingFor(handler(element, shown.state), shown)
}

const plain: DitaHandler<PhrasingContent> = (element, state) => state.phrasing(element.children, state)

const nothing: DitaHandler<PhrasingContent> = (element, {notes}) => {
  notes.leftOut(`\`${element.name}\` is for no reader of the page, and stays behind`, spanOf(element))
  return []
}

function parent(type: 'strong' | 'emphasis' | 'delete'): DitaHandler<PhrasingContent> {
  return (element, state) => [{type, children: state.phrasing(element.children, state)}]
}

const code: DitaHandler<PhrasingContent> = (element, state) => [
  {type: 'inlineCode', value: collapsed(literal(element, state)).trim()},
]

/** Text of what is code; what only some readers see cannot stand within. */
export function literal(element: XmlElement, state: State): string {
  return element.children
    .map(node => {
      if (isText(node)) return node.text
      if (!isElement(node)) return ''
      const shown = shownTo(node, state)
      if (shown?.isConditional)
        state.notes.error(`Text for some readers cannot stand within \`${element.name}\``, spanOf(node))
      return shown === undefined ? '' : literal(node, state)
    })
    .join('')
}

/** Raised and lowered characters of Unicode. */
const raised = {
  sup: new Map([...'0123456789+-=()ni'].map((from, index) => [from, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][index] ?? ''])),
  sub: new Map(
    [...'0123456789+-=()aeox'].map((from, index) => [from, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ'][index] ?? '']),
  ),
}

function moved(which: 'sup' | 'sub'): DitaHandler<PhrasingContent> {
  return (element, state) => {
    const text = collapsed(literal(element, state)).trim()
    const letters = [...text].map(letter => raised[which].get(letter))
    if (letters.every(letter => letter !== undefined)) return [{type: 'text', value: letters.join('')}]
    state.notes.error(
      `“${text}” cannot be ${which === 'sup' ? 'raised' : 'lowered'}`,
      spanOf(element),
      'Markdown has no such text, and Unicode has it for digits and few letters only: say it otherwise.',
    )
    return []
  }
}

const trademarks = new Map([
  ['tm', '™'],
  ['reg', '®'],
  ['service', '℠'],
])

const footnote: DitaHandler<PhrasingContent> = (element, state) => {
  const identifier = String(state.footnotes.length + 1)
  state.footnotes.push({
    type: 'footnoteDefinition',
    identifier,
    children: state.flow(element.children, state),
  })
  return [{type: 'footnoteReference', identifier}]
}

export const imageOf: DitaHandler<PhrasingContent> = (element, state) => {
  const [child] = elementsIn(element).filter(({name}) => name === 'alt')
  const alt = child === undefined ? element.attributes.alt : collapsed(literal(child, state)).trim()
  const {href = ''} = element.attributes
  if (href === '') state.notes.error('An image without `href`', spanOf(element))
  return [{type: 'image', url: href, alt: alt ?? ''}]
}

/** Of links, and of links below a topic. */
export const linkOf: DitaHandler<PhrasingContent> = (element, state) => {
  const {href = '', keyref} = element.attributes
  const shown = element.children.filter(node => !isElement(node) || node.name !== 'desc')
  const children = trimmed(state.phrasing(shown, state))
  if (href === '') {
    state.notes.error(
      keyref === undefined ? 'A link without `href`' : `The key \`${keyref}\` is defined elsewhere`,
      spanOf(element),
      'Resolve keys first: DITA-OT writes topics without them with `--format=dita`.',
    )
    return children
  }
  const url = urlOf(href, element, state)
  if (url === undefined) return children
  if (children.length > 0) return [{type: 'link', url, children}]
  if (!/^[a-z][a-z+.-]*:/i.test(href))
    state.notes.error(
      `A link to \`${href}\` without words`,
      spanOf(element),
      'DITA takes the words from where it leads: write them into the link.',
    )
  return [{type: 'link', url, children: [{type: 'text', value: href}]}]
}

/** `#topic/dose` → `#dose`, `other.dita#topic/dose` → `other.md#dose`; `undefined` for the page itself. */
function urlOf(href: string, element: XmlElement, state: State): string | undefined {
  const {scope, format} = element.attributes
  if (scope === 'external' || scope === 'peer' || /^[a-z][a-z+.-]*:/i.test(href)) return href
  if (format !== undefined && format !== 'dita') return href
  const [file = '', fragment = ''] = href.split('#')
  const id = fragment.includes('/') ? fragment.slice(fragment.indexOf('/') + 1) : fragment
  if (file === '') return id === state.pageId ? undefined : `#${id}`
  const isTopicOnly = !fragment.includes('/')
  return `${file.replace(/\.(?:dita|xml)$/, '.md')}${id === '' || isTopicOnly ? '' : `#${id}`}`
}

const quote: DitaHandler<PhrasingContent> = (element, state) => [
  {type: 'text', value: '“'},
  ...trimmed(state.phrasing(element.children, state)),
  {type: 'text', value: '”'},
]

const cascade: DitaHandler<PhrasingContent> = (element, state) =>
  elementsIn(element).flatMap((control, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{type: 'text' as const, value: ' > '}]),
    ...state.phrasing([control], state),
  ])

/** A reference to a key, with words of its own or without. */
const keyed: DitaHandler<PhrasingContent> = (element, state) => {
  const {keyref} = element.attributes
  if (keyref !== undefined && element.text.trim() === '')
    state.notes.error(
      `The words of the key \`${keyref}\` are elsewhere`,
      spanOf(element),
      'Resolve keys first: DITA-OT writes topics without them with `--format=dita`.',
    )
  return plain(element, state)
}

const underlined: DitaHandler<PhrasingContent> = (element, state) => {
  state.notes.warn(`Markdown has no \`${element.name}\`: its text is plain now`, spanOf(element))
  return plain(element, state)
}

/** THE table of elements in running text. */
const handlers: ReadonlyMap<string, DitaHandler<PhrasingContent>> = new Map<
  string,
  DitaHandler<PhrasingContent>
>([
  ...['ph', 'keyword', 'text', 'parmname', 'option', 'synph', 'msgnum', 'desc', 'linktext', 'shape'].map(
    name => [name, keyed] as const,
  ),
  ...['b', 'uicontrol', 'wintitle'].map(name => [name, parent('strong')] as const),
  ...['i', 'term', 'cite', 'varname', 'foreign-phrase'].map(name => [name, parent('emphasis')] as const),
  ['line-through', parent('delete')],
  ...['u', 'overline'].map(name => [name, underlined] as const),
  ...['codeph', 'tt', 'filepath', 'cmdname', 'apiname', 'userinput', 'systemoutput', 'msgph'].map(
    name => [name, code] as const,
  ),
  ...['xmlelement', 'xmlatt', 'xmlnsname', 'xmlpi', 'markupname', 'parameterentity', 'textentity'].map(
    name => [name, code] as const,
  ),
  ...['data', 'indexterm', 'draft-comment', 'required-cleanup', 'data-about', 'indextermref'].map(
    name => [name, nothing] as const,
  ),
  ['sup', moved('sup')],
  ['sub', moved('sub')],
  [
    'tm',
    (element, state) => [
      ...plain(element, state),
      {type: 'text', value: trademarks.get(element.attributes.tmtype ?? '') ?? ''},
    ],
  ],
  ['q', quote],
  ['fn', footnote],
  ['image', imageOf],
  ['xref', linkOf],
  ['menucascade', cascade],
])

/** Running text without blanks at its ends. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes]
  for (const [at, trim] of [
    [() => 0, (text: string) => text.trimStart()],
    [() => result.length - 1, (text: string) => text.trimEnd()],
  ] as const) {
    for (let node = result[at()]; node?.type === 'text'; node = result[at()]) {
      const value = trim(node.value)
      if (value !== '') {
        result[at()] = {...node, value}
        break
      }
      result.splice(at(), 1)
    }
  }
  return result
}
