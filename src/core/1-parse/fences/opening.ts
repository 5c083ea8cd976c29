import {curlyQuotesHint, matchAt, seenAs} from '../../language/index.ts'

/** What a line that begins with three or more colons turned out to be. */
export type FenceLine =
  | {readonly kind: 'open'; readonly colons: number; readonly name: string}
  | {readonly kind: 'close'; readonly colons: number}
  /** An author meant to open (or, without `name`, to close) a container, but no parser would see it so. */
  | {
      readonly kind: 'malformed'
      readonly colons: number
      readonly name: string | undefined
      readonly detail: string
    }

const namePattern = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?/u

/**
 * Read a line that begins with three or more colons, by the rules of `micromark-extension-directive`.
 *
 * @param line The line from its first colon on, without its line ending.
 */
export function readFenceLine(line: string): FenceLine {
  const colons = /^:+/.exec(line)?.[0].length ?? 0
  const rest = line.slice(colons)
  if (/^[ \t]*$/.test(rest)) return {kind: 'close', colons}
  const fence = ':'.repeat(colons)
  const name = namePattern.exec(rest)?.[0]
  if (name === undefined) return {kind: 'malformed', colons, ...nameless(fence, rest)}
  const problem = problemAfterName(fence + name, rest.slice(name.length))
  return problem === undefined
    ? {kind: 'open', colons, name}
    : {kind: 'malformed', colons, name, detail: problem}
}

function nameless(fence: string, rest: string): {name: string | undefined; detail: string} {
  if (rest.startsWith('{'))
    return {name: 'only', detail: `\`${fence}{…}\` has no name: write \`${fence}only{…}\``}
  const spaced = rest.trimStart()
  if (spaced.startsWith('{'))
    return {
      name: 'only',
      detail: `\`${fence} {…}\` is another tool’s spelling: write \`${fence}name{…}\` without a blank`,
    }
  const name = namePattern.exec(spaced)?.[0]
  if (rest !== spaced && name !== undefined) {
    return {
      name,
      detail: `A blank stands between \`${fence}\` and \`${name}\`: write \`${fence}${name}\`, and nothing behind \`${fence}\` to close`,
    }
  }
  return {
    name: undefined,
    detail: `\`${fence}\` must be followed by a name, or by nothing to close a container`,
  }
}

function problemAfterName(opening: string, rest: string): string | undefined {
  let at = 0
  if (rest[at] === '[') {
    const end = endOfLabel(rest, at)
    if (end === undefined) return `The \`[\` after \`${opening}\` does not close on its line`
    at = end
  }
  if (rest[at] === '{') {
    const end = endOfAttributes(rest, at)
    if (end === undefined)
      return `The attribute list of \`${opening}\` ${curlyQuotesHint(rest.slice(at)) ?? 'does not close on its line, or holds a quote that does not'}`
    at = end
  }
  const behind = rest.slice(at).replace(/^[ \t]+|[ \t]+$/g, '')
  if (behind === '') return undefined
  if (behind.startsWith('{') || behind.startsWith('['))
    return at > 0 && rest[at] === '['
      ? `The brackets stand behind the attributes of \`${opening}\`: put them before the attributes`
      : `A blank stands before \`${behind[0]}\`: write \`${opening}${behind.startsWith('[') ? '[…]' : behind}\` without it`
  if (behind.trim() === '' || seenAs(behind)?.trim() === '')
    return `A blank of another kind than the usual one stands behind \`${opening}\`: remove it`
  return `Text stands behind \`${opening}\`: put it on a line of its own`
}

/** Index behind the `]` that closes the `[` at an index; brackets nest, a backslash escapes. */
function endOfLabel(text: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '[') depth++
    else if (character === ']' && --depth === 0) return at + 1
  }
  return undefined
}

const attribute =
  /[ \t]*(?:[#.][^\s"#'.<=>`}]+|[\p{L}\p{N}_-][\p{L}\p{N}\p{M}_.:-]*(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[^\s"'<=>`}]+))?)/uy

/** Index behind the `}` that closes the `{` at an index. */
function endOfAttributes(text: string, start: number): number | undefined {
  let at = start + 1
  for (;;) {
    const found = matchAt(attribute, text, at)
    if (found === null) break
    at += found[0].length
  }
  while (text[at] === ' ' || text[at] === '\t') at++
  return text[at] === '}' ? at + 1 : undefined
}
