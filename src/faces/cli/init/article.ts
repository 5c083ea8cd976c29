import type {ProjectAnswers, StarterAudience} from './answers.ts'

/** Wordings by audience, of which a project takes those that it declares. */
type Wordings = Readonly<Record<StarterAudience, string>>

const titles: Wordings = {
  clinician: 'Low-dose aspirin after myocardial infarction',
  patient: 'Aspirin after your heart attack',
  student: 'Low-dose aspirin after myocardial infarction',
}

const descriptions: Wordings = {
  clinician: 'Dose, benefit and risk of bleeding',
  patient: 'Why you take it, and what to look out for',
  student: 'How it works, dose and risk of bleeding',
}

const purposes: Wordings = {
  clinician: `Give aspirin 75 mg once a day. In secondary prevention it lowers the risk of further vascular events
:cite[atc2009; label].`,
  patient:
    'Take one 75 mg tablet once a day. It makes another heart attack or a stroke less likely :cite[atc2009; label].',
  student: `Aspirin blocks cyclo-oxygenase 1 in platelets for as long as they live. A dose of 75 mg once a day is enough, and
lowers the risk of further vascular events :cite[atc2009; label].`,
}

const advice: Wordings = {
  clinician: 'Add a proton pump inhibitor where ulcers are known.',
  patient: 'Take it with food, and do not stop without asking your doctor.',
  student: 'Compare it with clopidogrel, which acts on the P2Y12 receptor.',
}

const warnings: Wordings = {
  clinician: 'Assess the risk before the first dose.',
  patient: 'Get help at once if you vomit blood or pass black stools.',
  student: 'Know the signs: vomited blood, black stools.',
}

/**
 * The source of the article that a new project begins with. It shows groups, conditions, citations, a term
 * and an include.
 */
export function articleFor({audiences, today}: ProjectAnswers): string {
  const branches = audiences.map(id => `:::${id}\n${purposes[id]}\n:::`).join('\n')
  return `---
# yaml-language-server: $schema=../node_modules/parlance-md/schemas/front-matter.json
title:${wordings(titles, audiences)}
description:${wordings(descriptions, audiences)}
updated: ${today}
review: {status: submitted, submitted: ${today}}
---

## What it is for

::::variants{#purpose}
${branches}
::::

## Risk of bleeding

::include{file="_shared/bleeding.md"}

## Advice

${audiences.map(id => `- :only{for=${id}} ${advice[id]}`).join('\n')}
- It may cause :say[an upset stomach]${sayOf(audiences)}.
`
}

/** The part that the article includes. */
export function bleedingFor(audiences: readonly StarterAudience[]): string {
  const sentences = audiences.map(id => `:${id}[${warnings[id]}]`).join('\n')
  return `:::safety{#bleeding}
Aspirin raises the risk of :term[haemorrhage] :cite[label].
${sentences}
:::
`
}

/** A text where all agree; else a map with one as the default. */
function wordings(texts: Wordings, audiences: readonly StarterAudience[]): string {
  const [first = 'clinician'] = audiences
  const others = audiences.filter(id => texts[id] !== texts[first])
  if (others.length === 0) return ` ${texts[first]}`
  return [`default: ${texts[first]}`, ...others.map(id => `${id}: ${texts[id]}`)]
    .map(line => `\n  ${line}`)
    .join('')
}

function sayOf(audiences: readonly StarterAudience[]): string {
  const technical = audiences.filter(id => id !== 'patient').map(id => `${id}="dyspepsia"`)
  return technical.length === 0 ? '{patient="an upset stomach"}' : `{${technical.join(' ')}}`
}

export const references = `[
  {
    "id": "atc2009",
    "type": "article-journal",
    "title": "Aspirin in the primary and secondary prevention of vascular disease",
    "author": [{"literal": "Antithrombotic Trialists' Collaboration"}],
    "container-title": "Lancet",
    "issued": {"date-parts": [[2009, 5, 30]]},
    "volume": "373",
    "issue": "9678",
    "page": "1849-1860",
    "DOI": "10.1016/S0140-6736(09)60503-1"
  },
  {
    "id": "label",
    "type": "pamphlet",
    "title": "Aspirin 75 mg tablets: summary of product characteristics",
    "publisher": "Example Pharma",
    "issued": {"date-parts": [[2024]]}
  }
]
`

/** Terms with each audience's word for them. */
export function glossaryFor(audiences: readonly StarterAudience[]): string {
  const plain = audiences.includes('patient')
  return plain
    ? `haemorrhage:
  term: {default: haemorrhage, patient: bleeding}
  definition: {default: Loss of blood from a vessel., patient: Blood where it should not be.}
`
    : `haemorrhage:
  term: haemorrhage
  definition: Loss of blood from a vessel.
`
}
