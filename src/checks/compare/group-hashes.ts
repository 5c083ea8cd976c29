import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {Nodes} from 'mdast'
import {type Branch, type Document, type Say, type Variants, walk} from '../../core/language/index.ts'

/** The wordings of one group, each by a hash of what it says. */
export interface GroupHashes {
  readonly group: string
  readonly place: Nodes
  /** Hash by name of the branch: its audiences, or `otherwise`. */
  readonly branches: ReadonlyMap<string, string>
}

/** All groups of a page's body with hashes of their branches, to know later which of them were edited. */
export function hashGroups(document: Document): readonly GroupHashes[] {
  const groups: GroupHashes[] = []
  walk(document.root, node => {
    if ((node.type === 'variants' || node.type === 'say') && node.children.length > 1)
      groups.push(hashGroup(node))
  })
  return groups
}

function hashGroup(node: Variants | Say): GroupHashes {
  const branches = node.children.map((branch): [string, string] => [nameOf(branch), hashOf(branch)])
  return {group: node.group, place: node, branches: new Map(branches)}
}

function nameOf({match}: Branch): string {
  const dimensions = [...match.dimensions].map(([name, values]) => `${name}=${[...values].sort().join('|')}`)
  const names = match.otherwise ? ['otherwise'] : [...(match.audiences ?? [])].sort()
  return [...names, ...dimensions].join(' ')
}

/** Of the words and citations, not of how they are laid out. */
function hashOf(branch: Branch): string {
  const parts: string[] = [branch.omit ?? '']
  walk(branch, node => {
    if ('value' in node) parts.push(node.value)
    if (node.type === 'citation')
      parts.push(...node.items.map(({key, locator}) => `@${key} ${locator ?? ''}`))
    if (node.type === 'link' || node.type === 'image') parts.push(node.url)
  })
  return bytesToHex(sha256(utf8ToBytes(parts.join('\n').replace(/\s+/g, ' ').trim()))).slice(0, 16)
}
