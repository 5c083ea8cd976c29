import type {Break, Html, PhrasingContent} from 'mdast'

/** An HTML element that is part of the language. */
interface Tag {
  readonly name: 'sub' | 'sup' | 'br'
  readonly closes: boolean
  /** In lower case and without attributes; any other is raw HTML. */
  readonly exact: boolean
}

const types = {sub: 'subscript', sup: 'superscript'} as const

/** A tag of `<sub>`, `<sup>` or `<br>`; `undefined` for any other piece of HTML. */
function readTag(html: string): Tag | undefined {
  const [, slash, written = '', rest = ''] = /^<(\/?)(sub|sup|br)(?![\w-])([^<>]*)>$/i.exec(html) ?? []
  const name = (['sub', 'sup', 'br'] as const).find(known => known === written.toLowerCase())
  if (name === undefined) return undefined
  const closes = slash === '/'
  const isPlain = name === 'br' ? !closes && /^ ?\/?$/.test(rest) : rest === ''
  return {name, closes, exact: isPlain && written === name}
}

/** Whether a piece of HTML is a tag of the language: `<sub>`, `</sup>`, `<br>`. */
export function isLanguageTag(html: string): boolean {
  return readTag(html)?.exact === true
}

interface OpenTag {
  readonly tag: Html | undefined
  readonly name: 'sub' | 'sup' | undefined
  readonly exact: boolean
  readonly children: PhrasingContent[]
}

/**
 * Make nodes of the tags `<sub>`, `<sup>` and `<br>` in a run of phrasing; other HTML stays as it is.
 *
 * @param unbalanced Called for each tag without a partner; what stands beside it stays.
 */
export function nestTags(
  nodes: readonly PhrasingContent[],
  unbalanced: (tag: Html) => void,
): readonly PhrasingContent[] {
  if (!nodes.some(isTag)) return nodes
  const stack: OpenTag[] = [{tag: undefined, name: undefined, exact: false, children: []}]
  const add = (node: PhrasingContent): void => {
    const children = stack.at(-1)?.children ?? []
    children.push(children.at(-1)?.type === 'break' ? withoutBlanks(node, /^[ \t\r\n]+/) : node)
  }
  /**
   * Take the innermost element off; without a partner, or written as raw HTML, it is not an element of the
   * language.
   */
  const close = (end: Html | undefined): void => {
    const {tag, name, exact, children} = stack.pop() as OpenTag // the outermost is never closed
    if (exact && end !== undefined && name !== undefined) {
      const position = tag?.position && end.position && {start: tag.position.start, end: end.position.end}
      add({type: types[name], children, ...(position && {position})})
      return
    }
    if (exact && tag !== undefined) unbalanced(tag)
    const tags = exact ? [] : [tag, end]
    for (const node of [tags[0], ...children, tags[1]]) if (node !== undefined) add(node)
  }
  const isPartner = ({name, exact}: OpenTag, tag: Tag): boolean => name === tag.name && (tag.exact || !exact)
  for (const node of nodes) {
    const tag = node.type === 'html' ? readTag(node.value) : undefined
    if (node.type !== 'html' || tag === undefined) add(node)
    else if (tag.name === 'br') addBreak(node, tag, stack, add)
    else if (!tag.closes) stack.push({tag: node, name: tag.name, exact: tag.exact, children: []})
    else if (!stack.some(open => isPartner(open, tag))) {
      if (tag.exact) unbalanced(node)
      else add(node)
    } else {
      while (stack.length > 1 && !isPartner(stack.at(-1) as OpenTag, tag)) close(undefined)
      close(node)
    }
  }
  while (stack.length > 1) close(undefined)
  return stack[0]?.children ?? []
}

function isTag(node: PhrasingContent): boolean {
  return node.type === 'html' && readTag(node.value) !== undefined
}

/** A hard break, as at the end of a line: blanks beside it are none of the text. */
function addBreak(
  node: Html,
  {exact}: Tag,
  stack: readonly OpenTag[],
  add: (node: PhrasingContent) => void,
): void {
  if (!exact) {
    add(node)
    return
  }
  const children = stack.at(-1)?.children
  const before = children?.pop()
  if (before !== undefined) children?.push(withoutBlanks(before, /[ \t\r\n]+$/))
  const hardBreak: Break = {type: 'break', data: {tag: true}, ...(node.position && {position: node.position})}
  add(hardBreak)
}

function withoutBlanks(node: PhrasingContent, blanks: RegExp): PhrasingContent {
  return node.type === 'text' && blanks.test(node.value)
    ? {...node, value: node.value.replace(blanks, '')}
    : node
}

/** Whether raw HTML is a comment and nothing else. */
export function isComment(html: string): boolean {
  return /^<!--[\s\S]*-->\s*$/.test(html)
}
