import fc from 'fast-check'

/** Pieces of a line: words of clinicians, marks that mean something, and directives, whole or broken. */
const pieces = [
  ...[
    'a',
    'b c',
    'é',
    '—',
    '1:1',
    'x:y',
    '.',
    ',',
    '"',
    "'",
    '(',
    ')',
    'e',
    'f g h',
    '🙂',
    '$',
    '=',
    '40.8',
    '12:30pm',
  ],
  ...[
    'A*31:01',
    'D6*4',
    '*1/*2',
    '*2',
    '/*41',
    '+*4',
    ',*3',
    '**',
    '*',
    '5',
    '7',
    '3A',
    '1**2',
    '\\*4',
    '٣',
    'é*2',
  ],
  ...[
    '1:1000[3]',
    'x 1:2{y}',
    ':1',
    '12:30[1]',
    ':_foo[x]',
    ':__proto__[x]',
    ':foo-{',
    '::none[x]',
    'std::v[3]',
  ],
  ...[' ', ' ', ' ', ' ', ' ', ' ', '  ', '\t', '\n', '\n', '\n', '\n  ', '\\\n'],
  ...['*', '**', '_', '__', '*a*', '**b**', '_c_', '~', '~~', '~~d~~', '`', '``', '`c`', '`c:d`'],
  ...['&amp;', '&', '&copy', '&#65;', '\\*', '\\', '\\:', '!', '<', '>', '|', '#', '-', '+', '{', '}'],
  ...['[', ']', '![', '](u)', '](u "t")', '[t](u)', '[t](x:y)', '![i](u)', '[r]', '[r][]', '[t][r]', '[^1]'],
  ...[
    '<b>',
    '<b x:y=z>',
    '</b>',
    '<!-- c -->',
    '<http://a.b>',
    '<m@a.b>',
    'https://x.org/a',
    'www.a.b',
    'm@a.b',
  ],
  ...[
    ':',
    '::',
    ':only[',
    ':only[x]',
    ':only{for=patient}',
    ':only[x *y*]{for="a b"}',
    ':cite[a; b]',
    ':term[t]{#i}',
  ],
  ...[
    ':only[x\ny]{not=patient}',
    ':only[x :cite[a] y\n40.8 z]',
    ':say[x]{patient="y" #i .k}',
    ':only[',
    ']{for="a b"}',
  ],
  ...['z:only', ':only', ':none[x]', ':term[', ':cite[a]{page=5}', ':var[v]', ':say[a]{b=c d}'],
] as const

/** How a line begins. */
const beginnings = [
  ...['', '', '', '', '', '', '', ' ', '  ', '   ', '    ', '\t'],
  ...['- ', '* ', '1. ', '2) ', '  - ', '    - ', '> ', '>', '> - ', '- > ', '> > ', '- [x] ', '- [ ] word '],
  ...['# ', '## ', '| ', '| a | b |\n| - | :-: |\n| ', '[r]: u\n', '[r]: x:y "t"\n', '[^1]: ', '[^1]: Note '],
  ...['---\n', '***\n', '=====\n', '```\n', '~~~ x\n', '```\nc ::: d\n```\n', '<div>\n', '<!-- c -->\n'],
  ...['::toc\n', '::toc{#a}\n', '::vector ', ':::only{for=patient}\n', ':::\n', ':::clinician\nx\n:::\n\n'],
  ...[
    '::::note[T *x*]\n',
    '::::\n',
    '::::variants{#d}\n:::patient\nx\n:::\n::::\n',
    '- :::patient\n  x\n  :::\n',
  ],
] as const

const line = fc
  .tuple(
    fc.constantFrom(...beginnings),
    fc.array(fc.constantFrom(...pieces), {maxLength: 8}),
    fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n', '  \n', ''),
  )
  .map(([beginning, words, ending]) => `${beginning}${words.join('')}${ending}`)

/** Markdown that no author writes on purpose, in which any construct may stand beside any other. */
export const wildMarkdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      {weight: 20, arbitrary: fc.constant('')},
      {weight: 2, arbitrary: fc.constantFrom('---\ntitle: x:y\n---\n\n', '---\n')},
    ),
    fc.array(line, {minLength: 1, maxLength: 6}),
  )
  .map(([front, lines]) => front + lines.join(''))

/** Blocks of documents in a new order, with slips of the keyboard. */
export function splicedMarkdown(documents: readonly string[]): fc.Arbitrary<string> {
  const blocks = documents.flatMap(text => text.split(/\n\n+/)).filter(block => block.length < 800)
  const slip = fc.record({
    at: fc.nat(),
    removed: fc.nat({max: 3}),
    added: fc.constantFrom('', ...pieces),
  })
  return fc
    .tuple(
      fc.array(fc.constantFrom(...blocks), {minLength: 1, maxLength: 4}),
      fc.constantFrom('\n\n', '\n\n', '\n'),
      fc.array(slip, {maxLength: 3}),
    )
    .map(([chosen, between, slips]) =>
      slips.reduce((text, {at, removed, added}) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + added + text.slice(place + removed)
      }, chosen.join(between)),
    )
}
