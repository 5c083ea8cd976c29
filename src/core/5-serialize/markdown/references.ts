import type {List, RootContent} from 'mdast'
import type {Labels, Numbering, ReferenceEntry} from '../../language/index.ts'
import {title} from '../chrome/plain.ts'
import {referenceId} from '../html/ids.ts'

/**
 * Headings and lists, ordered where the style numbers. The numbers of a list follow one another, so a group
 * whose numbers do not is a list for each run of them.
 */
export function references({references: groups, numbered}: Numbering, labels: Labels): RootContent[] {
  if (groups.length === 0) return []
  return [
    title(2, labels.references),
    ...groups.flatMap(({label, entries}) => [
      ...(label === '' ? [] : [title(3, label)]),
      ...(numbered ? runs(entries) : [entries]).map(run => listOf(run, numbered)),
    ]),
  ]
}

function runs(entries: readonly ReferenceEntry[]): ReferenceEntry[][] {
  const found: ReferenceEntry[][] = []
  for (const entry of entries) {
    const run = found.at(-1)
    if (run !== undefined && run.at(-1)?.number === entry.number - 1) run.push(entry)
    else found.push([entry])
  }
  return found
}

function listOf(entries: readonly ReferenceEntry[], numbered: boolean): List {
  return {
    type: 'list',
    ordered: numbered,
    ...(numbered && {start: entries[0]?.number ?? 1}),
    spread: false,
    children: entries.map(({key, content}) => ({
      type: 'listItem',
      spread: false,
      children: [{type: 'paragraph', data: {id: referenceId(key)}, children: [...content]}],
    })),
  }
}
