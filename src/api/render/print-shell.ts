import type {Nodes} from 'mdast'
import {formatNames} from '../../core/5-serialize/formats.ts'
import type {Variant} from '../../core/language/index.ts'
import {printVariant} from '../render.ts'

/**
 * The page around a reader's text, in every format: what the serializers, the labels, the configuration and
 * the publisher's template say by themselves. Text, URLs and titles of the body are left out; what labels
 * print for it stays.
 */
export function printShell({selection, numbering}: Variant): readonly string[] {
  const footnotes = new Map([...selection.footnotes].map(([id, note]) => [id, withoutText(note)]))
  const shell: Variant = {
    selection: {...selection, root: withoutText(selection.root), footnotes},
    numbering: {
      ...numbering,
      footnotes: numbering.footnotes.map(note => ({...note, definition: withoutText(note.definition)})),
    },
  }
  return formatNames.map(format => printVariant(shell, format, {page: true, width: 0, draft: true}).value)
}

/**
 * The same structure, with a digit for each text. Citations and calls of notes stay the objects that are
 * numbered.
 */
function withoutText<Node extends Nodes>(node: Node): Node {
  const bare = {
    ...node,
    ...('value' in node && {value: '0'}),
    ...('url' in node && {url: '#', title: null}),
    ...('alt' in node && {alt: ''}),
  }
  return 'children' in node
    ? {...bare, children: node.children.map(withoutText)}
    : 'value' in node || 'url' in node
      ? bare
      : node
}
