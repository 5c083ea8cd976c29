import type {PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import {
  type Condition,
  candidatePaths,
  covers,
  decodeTarget,
  intersect,
  isEmpty,
  type LinkedPlace,
  matchAt,
  type TextGroup,
} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {Directive, DirectiveUse, GroupInput} from './directives/definition.ts'
import {lowerFlow} from './flow.ts'
import {checkGroup} from './groups.ts'
import {openInclude} from './include.ts'
import type {FileScope, LoweringContext} from './lowering-context.ts'
import type {Page} from './page.ts'
import {lowerPhrasing} from './phrasing.ts'
import {isDirective, useDirective} from './use-directive.ts'

/** What stands behind a place on its line, or on the next one where nothing does. */
const restOfLine = /\s*[^\r\n]*/y

/** A place in the tree while it is being lowered: one file, some readers, one block. */
export class Lowerer implements LoweringContext {
  readonly report: Report
  /** Set once something in the block around this place is in doubt. */
  #block = {doubtful: false}

  constructor(
    readonly page: Page,
    readonly scope: FileScope,
    readonly visibility: Condition,
  ) {
    const {audiences, report} = page.input
    this.report = (rule, finding) => {
      const concerned = finding.audiences ?? audiences.filter(id => visibility.audiences.has(id))
      const file = scope.file === undefined ? {} : {file: scope.file}
      report(rule, {...file, ...finding, audiences: concerned})
    }
  }

  get settings() {
    return this.page.input.settings
  }
  get references() {
    return this.page.input.references
  }
  get glossary() {
    return this.page.input.glossary
  }
  get vars() {
    return this.page.input.vars
  }
  get file() {
    return this.scope.file
  }

  within(condition: Condition | undefined): Lowerer {
    if (condition === undefined) return this
    const inner = new Lowerer(this.page, this.scope, intersect(this.visibility, condition))
    inner.#block = this.#block
    return inner
  }

  inFile(scope: FileScope): Lowerer {
    return new Lowerer(this.page, scope, this.visibility)
  }

  block<T>(lower: (inner: LoweringContext) => T): T | undefined {
    const inner = new Lowerer(this.page, this.scope, this.visibility)
    const block = lower(inner)
    return inner.#block.doubtful ? undefined : block
  }

  doubt(): void {
    this.#block.doubtful = true
  }

  uncertain({position}: Directive): void {
    this.doubt()
    this.scope.uncertain.push(position?.start.offset ?? 0)
  }

  flow(children: readonly RootContent[], condition?: Condition): RootContent[] {
    return lowerFlow(children, this.within(condition))
  }

  phrasing(children: readonly PhrasingContent[], condition?: Condition): PhrasingContent[] {
    return lowerPhrasing(children, this.within(condition))
  }

  directive(node: Directive): RootContent[] {
    const use = useDirective(node, this.page, this.#reportOf(node))
    if (use === undefined) return this.#broken(node)
    const definition = this.page.input.directives.get(use.name)
    return definition === undefined ? [] : definition.lower(use, this)
  }

  /**
   * Attributes apart from their directive were reported when they were parsed: that it lacks them is no
   * second mistake.
   */
  #reportOf({type, position}: Directive): Report {
    const start = position?.start.offset ?? 0
    const end = position?.end.offset ?? 0
    const {text, uncertain} = this.scope
    const line = uncertain.length === 0 ? '' : (matchAt(restOfLine, text, end)?.[0] ?? '')
    const isInLine = (offset: number): boolean =>
      offset === start || (offset >= end && offset < end + line.length)
    if (type !== 'textDirective' || !uncertain.some(isInLine)) return this.report
    return (rule, finding) => {
      if (rule !== 'condition-missing') this.report(rule, finding)
    }
  }

  /**
   * No reader gets what a broken directive holds; a broken directive within a line removes its whole block.
   */
  #broken(node: Directive): RootContent[] {
    if (node.type === 'textDirective') this.doubt()
    const takesCondition = this.page.input.directives.get(node.name)?.conditions !== undefined
    if (node.type === 'leafDirective' && takesCondition) this.uncertain(node) // what it was meant for follows
    return []
  }

  neverShown(condition: Condition, place: Directive): boolean {
    if (isEmpty(this.visibility)) return false
    const inner = intersect(this.visibility, condition)
    const served = this.page.input.audiences.some(id => inner.audiences.has(id))
    if (!isEmpty(inner) && (served || this.file !== undefined)) return false
    const here = [...this.visibility.audiences].map(id => `\`${id}\``).join(', ')
    const detail = isEmpty(inner)
      ? `No reader can see this: of ${here}, who get here, none meets the condition`
      : `No reader can see this: the page serves none of those who meet the condition`
    this.report('never-shown', {place, detail})
    return true
  }

  group(input: GroupInput): readonly Condition[] {
    return checkGroup(input, this)
  }

  textGroup(group: TextGroup, place: Position | undefined): void {
    if (group.withheld || !this.page.isNewTextGroup(group.group, this.visibility)) return
    checkGroup(
      {group: group.group, kind: 'text', matches: group.branches.map(({match}) => match), place},
      this,
    )
  }

  safety(group: string, use: Directive): void {
    const {audiences: served} = this.page.input
    const {visibility, file} = this
    const place = use.position
    const without = served.filter(
      id => !covers(visibility, {audiences: new Set([id]), dimensions: new Map()}),
    )
    if (without.length > 0) {
      const names = without.map(id => `\`${id}\``).join(', ')
      const detail = `The safety block \`${group}\` does not reach ${names}`
      this.report('safety-missing', {place: use, detail, audiences: without})
    }
    const audiences = new Map(
      served.map(id => [
        id,
        without.includes(id) ? {via: 'missing' as const} : {via: 'own' as const, branch: 0},
      ]),
    )
    this.page.groups.push({
      group,
      kind: 'safety',
      ...(file !== undefined && {file}),
      ...(place && {place}),
      visibility,
      omitted: [],
      audiences,
    })
  }

  include(path: string, use: Directive): RootContent[] | undefined {
    return openInclude(path, use, this)
  }

  parts(content: readonly RootContent[]): readonly (DirectiveUse | RootContent)[] {
    return content.flatMap((node): (DirectiveUse | RootContent)[] => {
      if (!isDirective(node)) return [node]
      const use = useDirective(node, this.page, this.report)
      return use === undefined ? [] : [use]
    })
  }

  bring(characters: number, place: Directive): boolean {
    const {outputBytes} = this.settings.limits
    const before = this.page.brought
    this.page.brought += characters
    if (this.page.brought <= outputBytes) return true
    const detail = `Includes, variables and terms bring in more than ${outputBytes} characters`
    if (before <= outputBytes) this.report('limit-exceeded', {place, detail})
    return false
  }

  cites(key: string, place: Position): void {
    const {visibility, file, page} = this
    const served = !isEmpty(visibility) && page.input.audiences.some(id => visibility.audiences.has(id))
    const known = page.cited.get(key)
    if (known !== undefined && (known.served || !served)) return
    page.cited.delete(key) // it moves to where a served reader meets it
    page.cited.set(key, {place, ...(file !== undefined && {file}), served})
  }

  placeAt(url: string): LinkedPlace | undefined {
    if (/^#./.test(url)) return {target: decodeTarget(url.slice(1))}
    const {findPage, path, dependencies} = this.page.input
    const [, named, target = ''] = /^([^#?:]+\.md)(?:#(.*))?$/i.exec(url) ?? []
    if (named === undefined || findPage === undefined) return undefined
    const candidates = candidatePaths(this.file ?? path, decodeTarget(named)) ?? []
    for (const page of candidates) {
      const info = this.page.pages.get(page) ?? findPage(page)
      if (info === undefined) continue
      this.page.pages.set(page, info)
      dependencies.add(page)
      return {target: decodeTarget(target), page}
    }
    return {target: decodeTarget(target), page: candidates[0] ?? named}
  }

  nameOf(use: Directive): string {
    return this.page.nextName(use.name)
  }
}
