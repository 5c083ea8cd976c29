import {attributesOf, type Choices, conditionFor, type ImportedCondition, isSame} from '../choices.ts'
import type {Notes, SourceSpan} from '../imported.ts'
import type {Expression} from './expression.ts'
import {isItem, isParagraph, isRow, surroundingsOf, type TagSurroundings} from './lines.ts'
import {directiveFor} from './select.ts'
import type {Choice, LiquidBranch, LiquidPart} from './tree.ts'

export interface WriteContext {
  readonly text: string
  readonly choices: Choices
  readonly notes: Notes
  /** Ids for which an expression holds. */
  readonly readersOf: (expression: Expression) => ReadonlySet<string>
}

/** A branch with who sees it, and its content as Markdown with directives. */
interface WrittenMarkdown {
  readonly readers: ReadonlySet<string>
  readonly condition: ImportedCondition
  readonly content: string
  readonly inside: SourceSpan
}

/**
 * Write parts as Markdown with directives.
 *
 * @param scope Who is left by the conditions around them.
 */
export function write(
  parts: readonly LiquidPart[],
  scope: ReadonlySet<string>,
  context: WriteContext,
): string {
  return parts.map(part => writePart(part, scope, context)).join('')
}

function writePart(part: LiquidPart, scope: ReadonlySet<string>, context: WriteContext): string {
  const {notes} = context
  switch (part.kind) {
    case 'text':
    case 'raw':
      return part.text
    case 'comment':
      if (/--!?>|^-?>/.test(part.text))
        notes.error('A comment that holds `-->` cannot be a comment of Markdown', part)
      return `<!--${part.text}-->`
    case 'variable':
      return directiveFor(part)
    case 'include':
      if (surroundingsOf(context.text, [part]).stands !== 'alone')
        notes.error('An included file stands on a line of its own', part)
      return directiveFor(part)
    case 'choice':
      return writeChoice(part, scope, context)
  }
}

function writeChoice(choice: Choice, scope: ReadonlySet<string>, context: WriteContext): string {
  const branches = branchesOf(choice, scope, context)
  const [first, ...more] = branches
  if (first === undefined) return ''
  const surroundings = surroundingsOf(context.text, choice.tags)
  if (surroundings.stands === 'within') return branches.map(branch => inline(branch, context)).join('')
  const isWhole = more.length === 0 && first.condition === 'everyone'
  const covered = new Set(branches.flatMap(({readers}) => [...readers]))
  const written =
    isWhole || more.length === 0 || !isSame(covered, scope)
      ? branches.map(branch => block(branch, surroundings, context)).join('\n')
      : (group(branches, scope, surroundings, context) ??
        branches.map(branch => block(branch, surroundings, context)).join('\n'))
  return surroundings.stands === 'glued' ? `\n${written}` : written.slice(surroundings.indent.length)
}

/** Branches with a reader in scope, each for the readers that no earlier branch took. */
function branchesOf(
  {branches}: Choice,
  scope: ReadonlySet<string>,
  context: WriteContext,
): readonly WrittenMarkdown[] {
  const {choices, notes, readersOf} = context
  const left = new Set(scope)
  return branches.flatMap(({when, parts, inside}: LiquidBranch) => {
    const holding = when === undefined ? left : readersOf(when)
    const readers = new Set([...left].filter(id => holding.has(id)))
    for (const id of readers) left.delete(id)
    if (readers.size === 0) {
      if (parts.some(part => part.kind !== 'text' || part.text.trim() !== ''))
        notes.warn('No reader sees this, so it is left out', inside)
      return []
    }
    const content = write(parts, readers, context)
    const condition = conditionFor(readers, scope, choices)
    if (condition === undefined) {
      notes.error(
        `No condition means ${[...readers].join(', ')} alone`,
        inside,
        'A reader that `is` another one sees what that one sees; here they differ.',
      )
      return []
    }
    return content.trim() === '' ? [] : [{readers, condition, content, inside}]
  })
}

function inline({condition, content, inside}: WrittenMarkdown, {notes}: WriteContext): string {
  if (condition === 'everyone') return content
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(content) ?? []
  if (/\n[ \t]*\n/.test(content))
    notes.error(
      'A condition begins within a line and goes on over several blocks',
      inside,
      'Put its tags on lines of their own.',
    )
  else if (!isBalanced(text))
    notes.error(
      'A bracket within a condition has no partner',
      inside,
      'Write `\\[` or `\\]` where it is text.',
    )
  return `${before}:only[${text}]${attributesOf(condition)}${after}`
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const [bracket] of text.matchAll(/\\.|[[\]]/gs)) {
    if (bracket === '[') depth++
    if (bracket === ']' && --depth < 0) return false
  }
  return depth === 0
}

/** A branch whose tags stand at the ends of lines. */
function block(branch: WrittenMarkdown, surroundings: TagSurroundings, context: WriteContext): string {
  const {condition} = branch
  const content = linesIn(branch.content)
  if (condition === 'everyone') return content
  const marker = `:only${attributesOf(condition)}`
  const lines = content.split('\n')
  if (isRow(surroundings.before) && lines.every(line => isRow(line) || line.trim() === ''))
    return lines.map(line => line.replace(/^(\s*\|\s*)/, `$1${marker} `)).join('\n')
  const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/
  if (isItem(lines[0] ?? '') && (isItem(surroundings.before) || isItem(surroundings.after))) {
    const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? ''
    const isOwn = (line: string): boolean =>
      line.startsWith(indent) && isItem(line.slice(indent.length), true)
    return lines.map(line => (isOwn(line) ? line.replace(bullet, `$&${marker} `) : line)).join('\n')
  }
  const isPart = isParagraph(surroundings.adjacentBefore) || isParagraph(surroundings.adjacentAfter)
  if (isPart && !/\n[ \t]*\n/.test(content) && lines.every(isParagraph))
    return inline({...branch, content}, context)
  return container(`only${attributesOf(condition)}`, content, surroundings)
}

/** Branches of which everybody sees one. */
function group(
  branches: readonly WrittenMarkdown[],
  scope: ReadonlySet<string>,
  surroundings: TagSurroundings,
  {choices}: WriteContext,
): string | undefined {
  const positive = {...choices, hasNot: false}
  const whens = branches.map(({readers, content}) => {
    const condition = conditionFor(readers, scope, positive)
    if (condition === undefined || condition === 'everyone') return undefined
    const lines = linesIn(content)
    return isRow(lines) || isItem(lines)
      ? undefined
      : container(`when${attributesOf(condition)}`, lines, surroundings)
  })
  if (!whens.every(when => when !== undefined)) return undefined
  const isPart = isParagraph(surroundings.adjacentBefore) || isParagraph(surroundings.adjacentAfter)
  return isPart ? undefined : container('variants', whens.join('\n'), surroundings)
}

/** What stands between two tags at the ends of lines. */
function linesIn(content: string): string {
  return content.replace(/^(?:[ \t]*\n)+/, '').replace(/\s+$/, '')
}

/** A container whose fence is longer than those in it. */
function container(opening: string, content: string, {indent}: TagSurroundings): string {
  const longest = Math.max(
    2,
    ...[...content.matchAll(/^[ \t]*(:{3,})/gm)].map(([, fence = '']) => fence.length),
  )
  const fence = ':'.repeat(longest + 1)
  return `${indent}${fence}${opening}\n${content}\n${indent}${fence}`
}
