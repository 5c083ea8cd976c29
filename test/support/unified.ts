import {toHtml} from 'hast-util-to-html'
import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment} from 'parse5'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {type RemarkParlanceOptions, remarkParlance} from '../../src/faces/remark/index.ts'

/** What somebody's pipeline makes of a source: remark, GFM, our plugin, rehype. */
export async function throughRemark(
  source: string | Uint8Array,
  options: RemarkParlanceOptions,
): Promise<{readonly html: string; readonly file: VFile}> {
  const file = new VFile({value: source, path: 'input.md'})
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, {singleTilde: false})
    .use(remarkParlance, options)
    .use(remarkRehype)
  const tree = await processor.run(processor.parse(file), file)
  return {html: toHtml(tree), file}
}

/** What HTML says, whichever way its footnotes and the boxes of its tables are built. */
export interface Said {
  readonly text: string
  /** Texts of the notes, without their links back. */
  readonly notes: readonly string[]
  /** Ids and targets of links, but for those of notes. */
  readonly anchors: readonly string[]
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment
type Element = DefaultTreeAdapterTypes.Element

export function saidIn(html: string): Said {
  const root = parseFragment(html)
  const notes: string[] = []
  const anchors: string[] = []
  const text = textOf(root, element => {
    if (isNotes(element)) {
      for (const item of elementsIn(
        element,
        ({tagName, attrs}) => tagName === 'li' && attrs.some(({name}) => name === 'id'),
      ))
        notes.push(
          squeezed(
            textOf(
              item,
              inner => inner.tagName === 'a' && inner.attrs.some(({value}) => /^#.*fnref/.test(value)),
            ),
          ),
        )
      return true
    }
    for (const {name, value} of element.attrs)
      if ((name === 'id' || name === 'href') && !/^#?(?:user-content-)?fn/.test(value))
        anchors.push(`${name} ${value}`)
    return false
  })
  return {text: squeezed(text), notes, anchors}
}

function isNotes({attrs}: Element): boolean {
  return attrs.some(({name, value}) => name === 'class' && value === 'footnotes')
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}

function textOf(node: Node, skip: (element: Element) => boolean): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  if (defaultTreeAdapter.isElementNode(node) && skip(node)) return ''
  return 'childNodes' in node ? node.childNodes.map(child => textOf(child, skip)).join('') : ''
}

function elementsIn(node: Node, wanted: (element: Element) => boolean): readonly Element[] {
  if (defaultTreeAdapter.isElementNode(node) && wanted(node)) return [node]
  return 'childNodes' in node ? node.childNodes.flatMap(child => elementsIn(child, wanted)) : []
}
