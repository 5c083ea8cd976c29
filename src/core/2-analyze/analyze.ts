import type {Nodes, Root} from 'mdast'
import type {CitedKey, GroupRecord, PageInfo} from '../language/index.ts'
import {nameBareLinks} from './bare-links.ts'
import {nameHeadings} from './heading-ids.ts'
import {hiddenConditions} from './hidden-conditions.ts'
import {resolveLinks} from './links.ts'
import {Lowerer} from './lowerer.ts'
import {Page, type PageInput, type ParsedSource} from './page.ts'
import {withoutUncertain} from './uncertain.ts'
import {findVarying} from './varying.ts'

export interface Analysis {
  readonly root: Root
  readonly groups: readonly GroupRecord[]
  readonly cited: ReadonlyMap<string, CitedKey>
  readonly pages: ReadonlyMap<string, PageInfo>
  readonly varying: ReadonlySet<Nodes>
}

/**
 * Turn directives into typed nodes, check everything that needs no reader, and work out who can see what.
 *
 * @param source The page, parsed.
 * @param input What the page needs in addition to its tree; problems go to `input.report`.
 */
export function analyze(source: ParsedSource, input: PageInput): Analysis {
  const page = new Page(input)
  const links = {definitions: [], references: [], texts: []}
  const scope = {
    file: undefined,
    text: source.text,
    invalidRanges: source.invalidRanges,
    uncertain: [...source.uncertain],
    links,
    hidden: hiddenConditions(input.directives),
    footnotes: '',
    open: input.path === undefined ? [] : [input.path],
  }
  const lowerer = new Lowerer(page, scope, input.visibility)
  for (const {group, place} of input.texts) lowerer.textGroup(group, place)
  const children = withoutUncertain(lowerer.flow(source.root.children), source.root, scope.uncertain)
  resolveLinks(links, input.report, url => lowerer.placeAt(url))
  nameHeadings(page)
  nameBareLinks(page, children, input.report)
  const shown = input.unreadable ? [] : children
  const root: Root = {
    type: 'root',
    children: shown,
    ...(source.root.position && {position: source.root.position}),
  }
  return {root, groups: page.groups, cited: page.cited, pages: page.pages, varying: findVarying(root)}
}
