import type {Notes} from '../imported.ts'
import {childrenNamed, readXml} from './xml.ts'

/** What a DITAVAL file leaves out. */
export interface Ditaval {
  /** Whether a value is excluded; `undefined` where the file says nothing of it. */
  readonly excludes: (attribute: string, value: string) => boolean | undefined
}

/**
 * Read a DITAVAL file. Flags and revisions are for the looks of a page and are not read.
 *
 * @returns `undefined` after a note where it cannot be read.
 * @see https://docs.oasis-open.org/dita/dita/v1.3/os/part3-all-inclusive/langRef/ditaval/ditaval-prop.html
 */
export function readDitaval(source: string, notes: Notes): Ditaval | undefined {
  const root = readXml(source, notes)
  if (root === undefined) return undefined
  if (root.name !== 'val') {
    notes.error(`A DITAVAL file begins with \`val\`, not with \`${root.name}\``, root)
    return undefined
  }
  const actions = new Map<string, boolean>()
  for (const prop of childrenNamed(root, 'prop')) {
    const {att = '', val = '', action = ''} = prop.attributes
    if (!['include', 'exclude', 'passthrough', 'flag'].includes(action))
      notes.error(`Unknown action \`${action}\`. Allowed: include, exclude, passthrough, flag.`, prop)
    else if (att === '' && val !== '') notes.error('A `prop` with `val` needs `att`', prop)
    else actions.set(keyOf(att, val), action === 'exclude')
  }
  return {
    excludes: (attribute, value) =>
      actions.get(keyOf(attribute, value)) ?? actions.get(keyOf(attribute, '')) ?? actions.get(keyOf('', '')),
  }
}

function keyOf(attribute: string, value: string): string {
  return JSON.stringify([attribute, value])
}
