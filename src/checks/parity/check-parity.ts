import type {Nodes, Root} from 'mdast'
import {
  type Branch,
  childrenOf,
  describeBranch,
  type Say,
  type Variants,
  walk,
} from '../../core/language/index.ts'
import type {Report} from '../../core/messages/reporter.ts'
import {quantitiesIn} from './quantities.ts'

/** What a branch says that its siblings should say too. */
interface BranchFacts {
  /** Key to what was written. */
  readonly numbers: ReadonlyMap<string, string>
  readonly evidence: ReadonlySet<string>
}

/**
 * Compare the branches of every group: numbers with units, and citations, that one has and another lacks. In
 * a safety block that is an error, elsewhere a warning.
 */
export function checkParity(root: Root, report: Report): void {
  visit(root, false, report)
}

function visit(node: Nodes, inSafety: boolean, report: Report): void {
  const safe = inSafety || node.type === 'safety'
  if (node.type === 'variants' || node.type === 'say') compare(node, safe, report)
  for (const child of childrenOf(node)) visit(child, safe, report)
}

function compare(group: Variants | Say, raised: boolean, report: Report): void {
  const branches = group.children
    .filter(({omit}) => omit === undefined)
    .map(branch => ({branch, facts: factsOf(branch)}))
  for (const {branch, facts} of branches) {
    const numbers = new Map<string, string>()
    const evidence = new Set<string>()
    for (const {facts: other} of branches) {
      for (const [key, written] of other.numbers) if (!facts.numbers.has(key)) numbers.set(key, written)
      for (const key of other.evidence) if (!facts.evidence.has(key)) evidence.add(key)
    }
    const place = branch.position ?? group.position
    // For authors alone: a variant that named what its reader does not get would leak it.
    const about = {place: place && {...branch, position: place}, raised, audiences: []}
    if (numbers.size > 0) {
      const list = [...new Set(numbers.values())].map(written => `“${written}”`).join(', ')
      report('parity-numbers', {
        ...about,
        detail: `${nameOf(branch, group)} lacks ${list}, which a sibling says`,
      })
    }
    if (evidence.size > 0) {
      const list = [...evidence].map(key => `\`${key}\``).join(', ')
      report('parity-evidence', {
        ...about,
        detail: `${nameOf(branch, group)} does not cite ${list}, which a sibling cites`,
      })
    }
  }
}

function factsOf(branch: Branch): BranchFacts {
  const evidence = new Set<string>()
  const texts: string[] = []
  const script = new Set<Nodes>()
  walk(branch, node => {
    // `10<sup>9</sup> g` is not 10 g
    if (node.type === 'subscript' || node.type === 'superscript') texts.push('_')
    if (node.type === 'subscript' || node.type === 'superscript' || script.has(node))
      for (const child of childrenOf(node)) script.add(child)
    if (node.type === 'citation') for (const {key} of node.items) evidence.add(key)
    if ('value' in node && !script.has(node)) texts.push(node.value)
    if (node.type === 'break' || node.type === 'paragraph') texts.push('\n')
  })
  return {numbers: new Map(quantitiesIn(texts.join('')).map(({key, written}) => [key, written])), evidence}
}

function nameOf({match}: Branch, {group}: Variants | Say): string {
  return `The wording of \`${group}\` for ${describeBranch(match)}`
}
