import {pseudoRandom} from './pseudo-random.ts'

/** Pages whose variants are of a few kB each, with citations and terms. */
export function projectWith(
  pages: number,
  serve: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, string>> {
  const next = pseudoRandom(1)
  const words = (count: number): string =>
    Array.from({length: count}, () => vocabulary[Math.floor(next() * vocabulary.length)]).join(' ')
  const page = (index: number): string =>
    [
      `---\ntitle: Page ${index}\n---`,
      `${words(60)} :cite[one] :term[htn].`,
      `::::variants{#dose}\n:::clinician\n${words(40)} :cite[two].\n:::\n:::patient\n${words(30)} :cite[one].\n:::\n::::`,
      `## ${words(3)}`,
      ...Array.from({length: 4}, () => words(80)),
      `- :only{for=clinician} ${words(20)}\n- :only{for=patient} ${words(20)}\n- ${words(20)}`,
    ].join('\n\n')
  return {
    'parlance.config.json': JSON.stringify({glossary: 'glossary.yaml', bibliography: 'refs.yaml', serve}),
    'glossary.yaml': 'htn:\n  term: hypertension\n  definition: High blood pressure\n',
    'refs.yaml': '- id: one\n  type: book\n  title: One\n- id: two\n  type: book\n  title: Two\n',
    ...Object.fromEntries(
      Array.from({length: pages}, (_, index) => [`content/page-${index}.md`, `${page(index)}\n`]),
    ),
  }
}

const vocabulary =
  'dose daily water tablet blood pressure take morning food doctor nurse heart kidney trial risk sleep rest'.split(
    ' ',
  )
