/**
 * Letters that the parser does not know. Like all commands that are words, they take the blanks behind them.
 */
const letters: ReadonlyMap<string, string> = new Map([
  ['aa', 'å'],
  ['AA', 'Å'],
])

/**
 * Signs of medical titles that the parser does not know. Around them stand blanks, in print as in the source.
 */
const signs: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'pm ±  mp ∓  times ×  div ÷  cdot ·  leq ≤  le ≤  geq ≥  ge ≥  neq ≠  ne ≠  approx ≈  sim ∼  simeq ≃',
  ),
  ...pairs(
    'equiv ≡  propto ∝  infty ∞  rightarrow →  to →  leftarrow ←  leftrightarrow ↔  uparrow ↑  downarrow ↓',
  ),
  ...pairs(
    'circ °  degree °  celsius ℃  prime ′  ldots …  dots …  cdots ⋯  micro µ  euro €  pounds £  S §  P ¶',
  ),
  ...pairs('dag †  ddag ‡  lt <  gt >  ll ≪  gg ≫  LaTeX LaTeX  TeX TeX  BibTeX BibTeX'),
])

function pairs(table: string): readonly (readonly [string, string])[] {
  return table.split('  ').map(pair => {
    const [command = '', sign = ''] = pair.split(' ')
    return [command, sign] as const
  })
}

/** Commands that say nothing of the words of their argument. */
const wrappers = new Set([
  'mbox',
  'hbox',
  'text',
  'textnormal',
  'ensuremath',
  'protect',
  'mathrm',
  'mathit',
  'mathsf',
])

const blanks: ReadonlyMap<string, string> = new Map([
  ...[',', ';', ':'].map(sign => [sign, '~'] as const),
  ...[' ', '\t', '\n', '\r', '\\'].map(sign => [sign, ' '] as const),
  ...['!', '/', '-', '@'].map(sign => [sign, ''] as const),
])

/** Accents without a letter below them. */
const accents: ReadonlyMap<string, string> = new Map([
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ...['"', "'", '`', '=', '.', 'H', 'b', 'c', 'd', 'k', 'r', 't', 'u', 'v'].map(sign => [sign, ''] as const),
])

/** Write a value of a field with commands that the parser knows, as far as there are such. */
export function prepareLatex(value: string): string {
  return value.replace(
    /\\(?:([a-zA-Z]+)(\s*)|([^a-zA-Z]))(\{\s*\})?/g,
    (all: string, word: string | undefined, space = '', sign = '', empty = ''): string => {
      const name = word ?? sign
      if (empty !== '' && accents.has(name)) return accents.get(name) ?? ''
      if (word === undefined) return blanks.has(sign) ? `${blanks.get(sign)}${empty}` : all
      const letter = letters.get(word)
      if (letter !== undefined) return letter
      const known = signs.get(word)
      if (known !== undefined) return `${known}${space === '' ? '' : ' '}`
      return wrappers.has(word) ? empty : all
    },
  )
}
