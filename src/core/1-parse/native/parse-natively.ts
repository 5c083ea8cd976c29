import type {Root} from 'mdast'
import type {NativeParser} from '../../language/index.ts'
import {frontMatterPart} from '../front-matter-part.ts'
import {convertTree} from './convert-tree.ts'
import {maskSource} from './mask.ts'
import {FallbackError, refuse} from './refusals.ts'

/** The reference tree as a native parser gave it, or why it is left to the reference parser. */
export type NativeReading = {readonly root: Root} | {readonly fallbackReason: string}

/**
 * Parse with a native parser, where its tree is the one that the reference parser makes.
 *
 * @param text A source whose fences are sound.
 * @param names Registered directive names.
 */
export function parseNatively(text: string, names: ReadonlySet<string>, parse: NativeParser): NativeReading {
  const frontMatter = frontMatterPart(text).length
  try {
    refuse(text, frontMatter)
    const masked = maskSource(text, names, frontMatter)
    return {root: convertTree(parse(masked.text), text, masked)}
  } catch (error) {
    if (error instanceof FallbackError) return {fallbackReason: error.what}
    // The reference parser says so to the author.
    if (error instanceof RangeError) return {fallbackReason: 'deep nesting'}
    throw error
  }
}
