/** A condition in the spelling of another tool, which readers would see as text with all that it holds. */
export interface Foreign {
  /** As an author knows it: `{% if … %}`. */
  readonly name: string
  /** What ends it, on the same line or a later one; where absent, the first line that is not indented. */
  readonly end: RegExp | undefined
}

/** THE table of other tools' conditions: how a line begins one. */
const spellings: readonly {
  readonly begin: RegExp
  readonly name: string
  readonly end: RegExp | undefined
}[] = [
  {
    begin: /\{%-?\s*(?:if|ifversion|unless|case)\b/,
    name: '{% if … %}',
    end: /\{%-?\s*end(?:if|ifversion|unless|case)\b/,
  },
  {begin: /\{\{#(?:if|unless)\b/, name: '{{#if …}}', end: /\{\{\/(?:if|unless)\b/},
  {begin: /^<!--\s*:{2,}\s*[\w-][^>]*-->/, name: '<!-- :::… -->', end: /<!--\s*:{2,}\s*-->/},
  {begin: /^(?:ifdef|ifndef|ifeval)::/, name: 'ifdef::…[]', end: /^endif::/},
  {begin: /^#(?:ifdef|ifndef)\b/, name: '#ifdef', end: /^#endif\b/},
]

/**
 * The foreign condition that a line begins.
 *
 * @param content The line without quote and list markers.
 * @param isName Whether a word is the name of a directive.
 */
export function foreignIn(content: string, isName: (word: string) => boolean): Foreign | undefined {
  // code is about something, and no condition
  const typed = content.replace(/(`+)(?:(?!\1)[\s\S])*?\1(?!`)/g, '')
  const known = spellings.find(({begin}) => begin.test(typed))
  if (known !== undefined) return known
  const [, component] = /^<([A-Z]\w*)\s[^>]*\b(?:for|not|audience|when|show)=/.exec(typed) ?? []
  if (component !== undefined && !/\/>\s*$/.test(typed))
    return {name: `<${component}>`, end: new RegExp(`</${component}>`)}
  const [, admonition] = /^(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)/.exec(typed) ?? []
  return admonition !== undefined && isName(admonition)
    ? {name: `!!! ${admonition}`, end: undefined}
    : undefined
}
