import {printScript, type Script} from '../../../language/index.ts'
import type {PlainTextContext} from '../context.ts'

/** `H₂O`, `C_max`: in text that is not raised or lowered, `10⁹` must not read as `109`. */
export function script(node: Script, context: PlainTextContext): string {
  return printScript(node.type, context.phrasing(node.children))
}
