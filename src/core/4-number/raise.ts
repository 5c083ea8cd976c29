import type {Nodes, PhrasingContent, RootContent, Text} from 'mdast'
import type {Selection} from '../language/index.ts'

/** Marks that raised numbers follow, with the quotes and brackets that close behind them. */
const before = /^[.,]["”’»)]*/

/**
 * Put citations where raised numbers stand: without a blank before them, behind full stops and commas, and
 * before colons and semicolons, where they stand already.
 *
 * @returns The same selection where nothing had to move; citations stay the same objects.
 * @see AMA Manual of Style, 11th edition, 3.6 (Citation)
 */
export function raiseCitations(selection: Selection): Selection {
  const known = selection.document.cache.memoize(raiseCitations, () => new WeakMap<Nodes, Nodes>())
  const raised = <Block extends Nodes>(block: Block): Block => {
    // what was made of this very block
    const moved = (known.get(block) as Block | undefined) ?? raiseIn(block)
    known.set(block, moved)
    return moved
  }
  const root = {...selection.root, children: selection.root.children.map(raised)}
  const footnotes = new Map([...selection.footnotes].map(([id, definition]) => [id, raised(definition)]))
  return {...selection, root, footnotes}
}

function raiseIn<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node
  const children = (node.children as RootContent[]).map(raiseIn) // any children: each stays of its kind
  const moved = children.some(child => child.type === 'citation')
    ? move(children as PhrasingContent[])
    : children
  const same =
    moved.length === node.children.length && moved.every((child, index) => child === node.children[index])
  return same ? node : {...node, children: moved}
}

/** Citations that stand side by side move together, parted by commas: raised, 1 and 2 would read as 12. */
function move(children: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (child === undefined) continue
    if (child.type !== 'citation') {
      out.push(child)
      continue
    }
    const run: PhrasingContent[] = [child]
    for (let next = nextCitation(children, index); next > index; next = nextCitation(children, index)) {
      run.push({type: 'text', value: ','}, ...children.slice(next, next + 1))
      index = next
    }
    const right = children[index + 1]
    const mark = right?.type === 'text' ? (before.exec(right.value)?.[0] ?? '') : ''
    const left = out.at(-1)
    if (left?.type === 'text')
      out[out.length - 1] = withValue(left, left.value.replace(/[ \t\n]+$/, '') + mark)
    else if (mark !== '') out.push({type: 'text', value: mark})
    out.push(...run)
    if (right?.type === 'text' && mark !== '') {
      out.push(withValue(right, right.value.slice(mark.length)))
      index++
    }
  }
  return out
}

/** Index of a citation that follows at once or behind blanks; else the index itself. */
function nextCitation(children: readonly PhrasingContent[], index: number): number {
  const next = children[index + 1]
  if (next?.type === 'citation') return index + 1
  const blank = next?.type === 'text' && next.value.trim() === ''
  return blank && children[index + 2]?.type === 'citation' ? index + 2 : index
}

function withValue(node: Text, value: string): Text {
  return node.value === value ? node : {...node, value}
}
