/** What a condition asks, as a set of another system's names. */
export type Expression =
  | {readonly kind: 'is'; readonly name: string}
  | {readonly kind: 'not'; readonly of: Expression}
  | {readonly kind: 'and' | 'or'; readonly of: readonly Expression[]}

/** How conditions are written. */
export interface Dialect {
  /** Variable that conditions of plain Liquid compare: `audience` in `{% if audience == "patient" %}`. */
  readonly variable: string
  /** Tags that name readers themselves: `ifversion` in `{% ifversion patient or student %}`. */
  readonly tags: readonly string[]
}

/**
 * Read what stands behind `if`, `unless` and `elsif`.
 *
 * @param text `audience == "patient" or audience == "student"`.
 * @param variable Compared with names; `undefined` where names stand for themselves.
 * @returns `undefined` for all that is no question of who reads.
 * @see https://shopify.github.io/liquid/basics/operators/
 */
export function readExpression(text: string, variable: string | undefined): Expression | undefined {
  const words: readonly string[] = text.match(/"[^"]*"|'[^']*'|[\w.-]+|==|!=|<>|[^\s\w]/g) ?? []
  const hasAnd = words.includes('and')
  const hasOr = words.includes('or')
  if (hasAnd && hasOr) return undefined // Liquid reads it from the right, other tools do not
  const operator = hasAnd ? 'and' : 'or'
  const parts: string[][] = [[]]
  for (const word of words)
    if (word === operator) parts.push([])
    else parts.at(-1)?.push(word)
  const read = parts.map(part => (variable === undefined ? nameIn(part) : comparisonIn(part, variable)))
  if (!read.every(expression => expression !== undefined)) return undefined
  const [only, ...more] = read
  return more.length === 0 ? only : {kind: operator, of: read}
}

/** `patient` or `not patient`. */
function nameIn(words: readonly string[]): Expression | undefined {
  if (words[0] === 'not') {
    const of = nameIn(words.slice(1))
    return of && {kind: 'not', of}
  }
  const [name, ...more] = words
  return name === undefined || more.length > 0 || !/^[\w-]+$/.test(name) ? undefined : {kind: 'is', name}
}

/** `audience == "patient"` or `audience != "patient"`. */
function comparisonIn(words: readonly string[], variable: string): Expression | undefined {
  const [left, operator, right, ...more] = words
  if (left !== variable || more.length > 0) return undefined
  const name = quotedText(right ?? '')
  if (name === undefined) return undefined
  const is: Expression = {kind: 'is', name}
  if (operator === '==') return is
  return operator === '!=' || operator === '<>' ? {kind: 'not', of: is} : undefined
}

/**
 * Names behind `when`: `"patient", "student"`, or with `or` between them.
 *
 * @returns `undefined` where something else stands there.
 */
export function readNames(text: string): Expression | undefined {
  const names = text.split(/\s*,\s*|\s+or\s+/).map(part => quotedText(part.trim()))
  if (!names.every(name => name !== undefined)) return undefined
  return {kind: 'or', of: names.map(name => ({kind: 'is', name}))}
}

function quotedText(text: string): string | undefined {
  return /^(["'])(.*)\1$/.exec(text)?.[2]
}

export function namesIn(expression: Expression): readonly string[] {
  if (expression.kind === 'is') return [expression.name]
  return expression.kind === 'not' ? namesIn(expression.of) : expression.of.flatMap(namesIn)
}

/**
 * Ids for which an expression holds.
 *
 * @param all Every id that there is.
 * @param idsOf Those that a name stands for.
 */
export function readersOf(
  expression: Expression,
  all: readonly string[],
  idsOf: (name: string) => readonly string[],
): ReadonlySet<string> {
  if (expression.kind === 'is') return new Set(idsOf(expression.name))
  if (expression.kind === 'not') {
    const others = readersOf(expression.of, all, idsOf)
    return new Set(all.filter(id => !others.has(id)))
  }
  const sets = expression.of.map(part => readersOf(part, all, idsOf))
  const holds =
    expression.kind === 'and'
      ? (id: string) => sets.every(set => set.has(id))
      : (id: string) => sets.some(set => set.has(id))
  return new Set(all.filter(holds))
}
