import type {Nodes, Root} from 'mdast'
import {isComment, isLanguageTag, isMdx, walk} from '../../core/language/index.ts'

/** One file of a page as it was parsed. */
export interface ParsedFile {
  /** Path of an included file; absent: the page itself. */
  readonly file: string | undefined
  readonly root: Root
  readonly text: string
}

/** A text of the source that the analyzed tree no longer holds. */
export interface Dropped {
  readonly node: Nodes
  readonly file: string | undefined
  /** It is the title of a link. */
  readonly title?: string
}

/**
 * Texts of a page that its analysis left out. Where it reported no error, each of them is lost without a
 * word.
 *
 * @param files The page and what it includes, as they were parsed.
 * @param root The page as it was analyzed.
 * @param isName Whether what stands between the brackets of a directive is a name, and no text.
 */
export function findDropped(
  files: readonly ParsedFile[],
  root: Root,
  isName: (directive: string) => boolean,
): readonly Dropped[] {
  const kept = new Set<string>()
  walk(root, node => {
    if (isText(node) || node.type === 'crossReference') kept.add(keyOf(node, node.data?.file))
  })
  return files.flatMap(({file, root: parsed}) => {
    const dropped: Dropped[] = []
    walk(parsed, node => {
      if ('name' in node && typeof node.name === 'string' && isName(node.name)) return false
      if (node.type === 'link' && node.title && kept.has(keyOf(node, file, 'crossReference')))
        dropped.push({node, file, title: node.title})
      if (isText(node) && !isMark(node) && !kept.has(keyOf(node, file))) dropped.push({node, file})
      return node.type !== 'image' && node.type !== 'imageReference'
    })
    return dropped
  })
}

/** Text, code and images; what holds no letter and no digit is punctuation around something that went. */
function isText(node: Nodes): boolean {
  if (node.type === 'image') return node.alt !== '' || node.alternative !== undefined
  if (node.type === 'yaml' || isMdx(node)) return false
  if (node.type === 'html' && (isComment(node.value) || isLanguageTag(node.value))) return false
  return 'value' in node && /[\p{L}\p{N}]/u.test(node.value)
}

/** What is syntax though the parser calls it text: the id of a heading, the first line of an alert. */
function isMark(node: Nodes): boolean {
  return node.type === 'text' && /^(?:\s*\{#[^\s{}]+\}|\[![A-Za-z]+\]\s*)$/.test(node.value)
}

function keyOf({type, position}: Nodes, file = '', as: Nodes['type'] = type): string {
  return `${as} ${position?.start.offset ?? -1} ${file}`
}
