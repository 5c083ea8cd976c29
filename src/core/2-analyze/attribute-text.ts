import type {Image, ImageReference, Link, PhrasingContent} from 'mdast'
import {walk} from '../language/index.ts'
import type {LoweringContext} from './lowering-context.ts'

/**
 * Lower the alternative text of an image: an attribute, which holds no numbers of citations and footnotes.
 */
export function lowerAlternative(
  alternative: readonly PhrasingContent[],
  lowerer: LoweringContext,
): Required<Pick<Image | ImageReference, 'alt' | 'alternative'>> {
  const lowered = lowerer.phrasing(alternative)
  for (const child of lowered) {
    walk(child, node => {
      if (node.type !== 'citation' && node.type !== 'footnoteReference') return
      const what = node.type === 'citation' ? 'A citation' : 'A footnote'
      const detail = `${what} does not work inside the alternative text of an image: put it in the text or the caption`
      lowerer.report('directive-misplaced', {place: node, detail})
    })
  }
  return {alt: '', alternative: lowered}
}

/** A title is an attribute: no directive and no footnote works in it, and everyone would see its source. */
export function reportTitle(
  {title, position}: Pick<Link, 'title' | 'position'>,
  lowerer: LoweringContext,
): void {
  if (!title) return
  const isDirective = lowerer.scope.hidden.directive(title) >= 0
  if (!isDirective && !/\[\^[^\]\s]+\]/.test(title)) return
  const detail = `A ${isDirective ? 'directive' : 'footnote'} does not work inside the title of a link or an image`
  lowerer.report('directive-misplaced', {place: position, detail})
  lowerer.doubt()
}
