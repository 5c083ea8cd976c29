import type {Blockquote, RootContent, Text} from 'mdast'
import type {CalloutKind} from '../language/index.ts'
import {calloutKinds} from './directives/callout.ts'
import type {LoweringContext} from './lowering-context.ts'

/**
 * GitHub's alerts, `> [!NOTE]`, are call-outs. The mark stands alone on its line: GitHub prints it where text
 * follows.
 *
 * @returns `undefined` for any other block quote.
 * @see
 * https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export function lowerAlert(node: Blockquote, lowerer: LoweringContext): RootContent | undefined {
  const [first, ...others] = node.children
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return undefined
  const [mark, name, end] = /^\[!([A-Za-z]+)\][\t ]*(\n?)/.exec(opening.value) ?? []
  const kind = calloutKinds.find(known => known === name?.toLowerCase())
  if (mark === undefined || kind === undefined) return undefined
  const rest = opening.value.slice(mark.length)
  const [, next, ...further] = first.children
  const endsLine = end === '\n' || (rest === '' && (next === undefined || next.type === 'break'))
  if (!endsLine) {
    reportText(opening, kind, lowerer)
    return undefined
  }
  const phrasing = [
    ...(rest === '' ? [] : [{...opening, value: rest}]),
    ...(next === undefined || (rest === '' && next.type === 'break') ? [] : [next]),
    ...further,
  ]
  const content: RootContent[] = phrasing.length > 0 ? [{...first, children: phrasing}, ...others] : others
  return {type: 'callout', kind, children: lowerer.flow(content), position: node.position}
}

/** Behind a backslash, the mark is meant as text. */
function reportText({position}: Text, kind: CalloutKind, {scope, report}: LoweringContext): void {
  const {start} = position ?? {}
  if (start?.offset === undefined || scope.text[start.offset] === '\\') return
  const length = `[!${kind}]`.length
  const end = {line: start.line, column: start.column + length, offset: start.offset + length}
  const actual = scope.text.slice(start.offset, end.offset)
  const detail = `Text stands behind \`${actual}\` on its line: put it on the next line of the quote, or write \`:::${kind}[Title]\` for a title`
  report('alert-malformed', {place: {start, end}, detail})
}
