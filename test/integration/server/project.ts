/**
 * A small project: two pages, one of them only for clinicians, one with errors, one in a folder, and a
 * dimension.
 */
export const smallProject: Readonly<Record<string, string>> = {
  'parlance.config.json': JSON.stringify({
    dimensions: {region: {values: ['us', 'eu'], default: 'us'}},
    glossary: 'glossary.yaml',
    bibliography: 'refs.yaml',
  }),
  'glossary.yaml': 'htn:\n  term: hypertension\n  definition: High blood pressure\n',
  'refs.yaml': '- id: one\n  type: book\n  title: One\n',
  'content/dose.md':
    '---\ntitle: Dose\nupdated: 2025-06-24\n---\n\nSee :term[htn] :cite[one].\n\n:::clinician\nSECRET of clinicians.\n:::\n\n:::only{region=eu}\nIn Europe.\n:::\n',
  'content/experts.md': '---\ntitle: Experts\naudiences: [clinician]\n---\n\nFor experts.\n',
  'content/deep/page.md': '---\ntitle: Deep\n---\n\nDeep text.\n',
  'content/broken.md': '---\ntitle: Broken\n---\n\nFine.\n\n:::clinician\nSECRET of clinicians.\n',
}
