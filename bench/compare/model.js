// The article that every system renders, as blocks, so that each can have it in its own syntax.

/**
 * @typedef {string | {em: string} | {strong: string} | {code: string}
 *   | {cite: readonly string[]}
 *   | {say: Readonly<Record<'clinician' | 'patient' | 'student', string>>}
 *   | {only: string, text: string}} Part
 * @typedef {{type: 'heading', depth: number, text: string} | {type: 'paragraph', parts: readonly Part[]}
 *   | {type: 'list', ordered: boolean, items: readonly (readonly Part[])[]}
 *   | {type: 'table', head: readonly string[], rows: readonly (readonly string[])[]}
 *   | {type: 'only', audience: string, blocks: readonly Block[]}
 *   | {type: 'group', branches: Readonly<Record<string, readonly Block[]>>}} Block
 */

export const audiences = ['clinician', 'patient', 'student']

/** Works of one kind, so that each system has one list of them. */
export const references = Array.from({length: 24}, (_, index) => ({
  id: `trial${index + 1}`,
  type: 'article-journal',
  title: `Outcomes of the trial number ${index + 1}`,
  author: [{family: `Author${index + 1}`, given: 'A'}],
  'container-title': 'Journal of Trials',
  issued: {'date-parts': [[2000 + index]]},
  volume: String(index + 1),
  page: `${index * 10 + 1}-${index * 10 + 9}`,
}))

export const titles = new Map(references.map(({id, title}) => [id, title]))

const p = (...parts) => ({type: 'paragraph', parts})

/**
 * One section, with all that an article is made of.
 *
 * @param {number} n Counts from 1.
 * @returns {readonly Block[]}
 */
function section(n) {
  const key = step => `trial${((n * 5 + step) % references.length) + 1}`
  return [
    {type: 'heading', depth: 2, text: `Mechanism of action, part ${n}`},
    p(
      'Pertuzumab is a recombinant humanized monoclonal antibody that binds the extracellular dimerization domain of the receptor ',
      {em: 'HER2'},
      ' and so blocks its pairing with other members of the family ',
      {cite: [key(0)]},
      '. Two signalling pathways, mitogen-activated protein kinase and phosphoinositide 3-kinase, are inhibited by it ',
      {cite: [key(1), key(2), key(3)]},
      '.',
    ),
    {
      type: 'group',
      branches: {
        clinician: [
          p(
            'The initial dose is 840 mg as a 60-minute infusion, then 420 mg every three weeks ',
            {cite: [key(4)]},
            '.',
          ),
          p(
            'Withhold treatment for a fall of the ejection fraction to below 45%, and assess it again within three weeks.',
          ),
        ],
        patient: [
          p(
            'You get the medicine into a vein. The first visit takes longer than the later ones ',
            {cite: [key(4)]},
            '.',
          ),
        ],
        student: [
          p(
            'A loading dose of 840 mg is followed by 420 mg every three weeks ',
            {cite: [key(4)]},
            '. Why is a loading dose needed?',
          ),
        ],
      },
    },
    p(
      'Many people feel ',
      {say: {clinician: 'asthenia', patient: 'very tired', student: 'asthenia (weakness)'}},
      ' or have ',
      {say: {clinician: 'neutropenia', patient: 'low white blood cells', student: 'neutropenia'}},
      '; both are ',
      {strong: 'more common'},
      ' with chemotherapy ',
      {cite: [key(5), key(1)]},
      '. The ratio of albumin to creatinine was measured at 12 hours and again at ',
      {code: 'T+24'},
      '.',
    ),
    {
      type: 'only',
      audience: 'clinician',
      blocks: [
        p(
          'Exposure rises less than in proportion with the dose between 2 and 25 mg/kg ',
          {cite: [key(6)]},
          '.',
        ),
        {
          type: 'table',
          head: ['Parameter', 'Median', 'Range'],
          rows: [
            ['Clearance (L/day)', '0.24', '0.19 to 0.31'],
            ['Half-life (days)', '18', '15 to 22'],
            ['Volume (L)', '3.1', '2.4 to 4.0'],
          ],
        },
      ],
    },
    {type: 'heading', depth: 3, text: `What to watch for, part ${n}`},
    {
      type: 'list',
      ordered: false,
      items: [
        ['Shortness of breath, a cough, or swelling of the ankles.'],
        ['A rash or fever within a day of the infusion ', {cite: [key(7)]}, '.'],
        [
          'Diarrhoea that lasts for more than two days',
          {only: 'clinician', text: ' (grade 3 or higher)'},
          '.',
        ],
      ],
    },
    p(
      'The results were the same in all groups that had been planned for, of every age and region, and with or without earlier treatment. ',
      'No single study answers every question, and the authors of the largest one call for longer observation ',
      {cite: [key(8)]},
      '.',
    ),
  ]
}

/**
 * Blocks of an article that takes at least so many bytes in Parlance's syntax.
 *
 * @param {number} bytes
 * @param {(blocks: readonly Block[]) => string} write
 * @returns {readonly Block[]}
 */
export function blocksOf(bytes, write) {
  const blocks = []
  for (let n = 1; Buffer.byteLength(write(blocks)) < bytes; n++) blocks.push(...section(n))
  return blocks
}

/** `[1–3]`: what a cluster shows. @param {readonly number[]} numbers */
export function cluster(numbers) {
  const sorted = [...new Set(numbers)].sort((left, right) => left - right)
  const runs = []
  for (const number of sorted) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  const shown = runs.flatMap(run => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run))
  return `[${shown.join(', ')}]`
}

/** Numbers of one variant by first appearance. */
export class Numbers {
  /** @type {Map<string, number>} */
  order = new Map()

  /** @param {readonly string[]} keys */
  cite(keys) {
    return cluster(
      keys.map(key => {
        const number = this.order.get(key) ?? this.order.size + 1
        this.order.set(key, number)
        return number
      }),
    )
  }

  /** Entries in the order of their numbers. */
  get entries() {
    return [...this.order.keys()].map(key => titles.get(key) ?? '')
  }

  get html() {
    return `<h2>References</h2>\n<ol>${this.entries.map(title => `<li>${title}</li>`).join('\n')}</ol>\n`
  }
}
