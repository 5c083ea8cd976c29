import type {ListItem, PhrasingContent} from 'mdast'
import {definitions, list, marked, steps} from './lists.ts'
import {imageOf, linkOf, literal, trimmed} from './phrasing.ts'
import {type DitaHandler, type Flow, type State, shownTo} from './state.ts'
import {calsTable, simpleTable} from './tables.ts'
import {childrenNamed, elementsIn, spanOf, type XmlElement} from './xml.ts'

const within: DitaHandler<Flow> = (element, state) => state.flow(element.children, state)

const nothing: DitaHandler<Flow> = (element, {notes}) => {
  notes.leftOut(`\`${element.name}\` is for no reader of the page, and stays behind`, spanOf(element))
  return []
}

/** A heading with what comes below it. */
const headed: DitaHandler<Flow> = (element, state) => {
  const [title] = childrenNamed(element, 'title')
  if (title === undefined) return within(element, state)
  const others = element.children.filter(child => child !== title)
  return [headingOf(title, element, state), ...state.flow(others, deeper(state))]
}

function headingOf(title: XmlElement, {attributes: {id}}: XmlElement, state: State): Flow {
  const words = trimmed(state.phrasing(title.children, state))
  const anchor: PhrasingContent[] =
    id !== undefined && state.targets.has(id) ? [{type: 'text', value: ` {#${id}}`}] : []
  return {type: 'heading', depth: state.level, children: [...words, ...anchor]}
}

function deeper(state: State): State {
  const deeper = {1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6} as const
  return {...state, level: deeper[state.level]}
}

const code: DitaHandler<Flow> = (element, state) => {
  const lang = /\blanguage-(\S+)/.exec(element.attributes.outputclass ?? '')?.[1]
  const value = literal(element, state).replace(/^\n/, '').replace(/\s+$/, '')
  return [{type: 'code', value, ...(lang !== undefined && {lang})}]
}

const lines: DitaHandler<Flow> = (element, state) => {
  const children = literal(element, state)
    .trim()
    .split('\n')
    .flatMap((value, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{type: 'break' as const}]),
      {type: 'text', value: value.trim()},
    ])
  return [{type: 'paragraph', children}]
}

/** What DITA's notes are called in Parlance, and their title where that is not what DITA calls them. */
const callouts: ReadonlyMap<string, readonly [name: string, title?: string]> = new Map([
  ['note', ['note']],
  ['tip', ['tip']],
  ['fastpath', ['tip', 'Fast path']],
  ['important', ['important']],
  ['remember', ['important', 'Remember']],
  ['restriction', ['important', 'Restriction']],
  ['attention', ['caution', 'Attention']],
  ['notice', ['caution', 'Notice']],
  ['caution', ['caution']],
  ['warning', ['warning']],
  ['danger', ['warning', 'Danger']],
  ['trouble', ['note', 'Trouble']],
])

const note: DitaHandler<Flow> = (element, state) => {
  const {type = 'note', othertype = 'Note'} = element.attributes
  const [name, title] = callouts.get(type) ?? ['note', othertype]
  const label: Flow[] =
    title === undefined
      ? []
      : [{type: 'paragraph', data: {directiveLabel: true}, children: [{type: 'text', value: title}]}]
  return [{type: 'containerDirective', name, children: [...label, ...within(element, state)]}]
}

const blockquote: DitaHandler<Flow> = (element, state) => [
  {type: 'blockquote', children: within(element, state)},
]

/** A figure: what is in it, and its title below. */
const figure: DitaHandler<Flow> = (element, state) => {
  const [title] = childrenNamed(element, 'title')
  const caption: Flow[] =
    title === undefined
      ? []
      : [
          {
            type: 'paragraph',
            children: [{type: 'emphasis', children: trimmed(state.phrasing(title.children, state))}],
          },
        ]
  return [
    ...state.flow(
      element.children.filter(child => child !== title),
      state,
    ),
    ...caption,
  ]
}

/** An image between paragraphs; who sees it is known by now. */
const image: DitaHandler<Flow> = (element, state) => [{type: 'paragraph', children: imageOf(element, state)}]

/** Links below a topic, as a list. */
const relatedLinks: DitaHandler<Flow> = (element, state) => {
  const links = linksIn(element, state)
  return links.length === 0 ? [] : [{type: 'list', spread: false, children: links}]
}

function linksIn(element: XmlElement, state: State): ListItem[] {
  return elementsIn(element).flatMap((child): ListItem[] => {
    const shown = shownTo(child, state)
    if (shown === undefined) return []
    if (child.name === 'link') {
      const words: Flow[] = [{type: 'paragraph', children: linkOf(child, shown.state)}]
      const more = childrenNamed(child, 'desc').flatMap(desc => shown.state.flow(desc.children, shown.state))
      return [marked([...words, ...more], shown)]
    }
    if (!['linklist', 'linkpool'].includes(child.name) || shown.isConditional)
      state.notes.error(`\`${child.name}\` cannot be carried over here`, spanOf(child))
    return linksIn(child, shown.state)
  })
}

const tableTitle = (element: XmlElement, state: State): Flow[] =>
  childrenNamed(element, 'title').map(title => ({
    type: 'paragraph',
    children: [{type: 'strong', children: trimmed(state.phrasing(title.children, state))}],
  }))

/** THE table of elements that are blocks. */
export const blocks: ReadonlyMap<string, DitaHandler<Flow>> = new Map<string, DitaHandler<Flow>>([
  ...['topic', 'concept', 'task', 'reference', 'glossentry', 'troubleshooting'].map(
    name => [name, headed] as const,
  ),
  ...['section', 'example', 'refsyn', 'tasktroubleshooting', 'steptroubleshooting'].map(
    name => [name, headed] as const,
  ),
  ...[
    'body',
    'conbody',
    'taskbody',
    'refbody',
    'p',
    'shortdesc',
    'abstract',
    'bodydiv',
    'sectiondiv',
    'div',
  ].map(name => [name, within] as const),
  ...['conbodydiv', 'refbodydiv', 'prereq', 'context', 'result', 'postreq', 'itemgroup', 'figgroup'].map(
    name => [name, within] as const,
  ),
  ...['cmd', 'info', 'stepxmp', 'stepresult', 'tutorialinfo', 'steps-informal', 'stepsection'].map(
    name => [name, within] as const,
  ),
  ...['ul', 'ol', 'sl', 'choices'].map(name => [name, list] as const),
  ...['steps', 'steps-unordered', 'substeps'].map(name => [name, steps] as const),
  ['dl', definitions],
  ...['parml'].map(name => [name, definitions] as const),
  ...['pre', 'codeblock', 'screen', 'msgblock'].map(name => [name, code] as const),
  ['lines', lines],
  ['note', note],
  ['lq', blockquote],
  ['fig', figure],
  ['image', image],
  ['table', (element, state) => [...tableTitle(element, state), ...calsTable(element, state)]],
  ...['simpletable', 'choicetable', 'properties'].map(name => [name, simpleTable] as const),
  ['related-links', relatedLinks],
  ...['prolog', 'titlealts', 'data', 'draft-comment', 'required-cleanup', 'indexterm', 'unknown'].map(
    name => [name, nothing] as const,
  ),
])
