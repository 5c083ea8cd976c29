import type {Heading} from 'mdast'
import {plain} from './plain.ts'

/** A heading of our own, without an id: contents lists and anchors are made from the author's. */
export function title(depth: Heading['depth'], value: string): Heading {
  return {type: 'heading', depth, children: plain(value)}
}
