import {toHtml} from 'hast-util-to-html'
import type {Raw} from 'mdast-util-to-hast'
import type {Presentation} from '../../language/index.ts'
import {bodyOf} from '../chrome/body.ts'
import {printerFor} from '../remember.ts'
import {placedIn, type RenderContext} from '../render-context.ts'
import {Converter, isBlock, sanitized} from './blocks.ts'
import type {HtmlPart} from './context.ts'
import type {BodyParts} from './page/page.ts'
import {draftNotice, footnotesSection} from './sections/footnotes.ts'
import {definitions, glossarySection} from './sections/glossary.ts'
import {referencesSection} from './sections/references.ts'

/**
 * The same, but each block and section is made and sanitized by itself, and cached as text by its answers
 * from the variant.
 */
export function cachedParts(context: RenderContext, presentation: Presentation): BodyParts {
  const {labels, selection} = context
  const cached = printerFor<readonly Raw[]>(context, cachedParts, presentation.page)
  let converter: Converter | undefined
  const print = (what: object, part: HtmlPart): readonly Raw[] =>
    cached(what, ask => {
      converter ??= new Converter({labels, popovers: presentation.page}, false)
      const blocks = sanitized(converter.make(part, ask), false)
      return blocks.map(block => ({type: 'raw', value: toHtml(block)}))
    })
  const section = (part: HtmlPart): readonly Raw[] => print(part, part)
  const placed = placedIn(context)
  return {
    body: [
      ...(presentation.draft ? section(draftNotice) : []),
      ...bodyOf(selection, presentation).flatMap(block =>
        print(block, (_, toElements) => toElements([block]).filter(isBlock)),
      ),
      ...section(footnotesSection),
      ...section(definitions),
    ],
    glossary: placed.has('glossary') ? [] : section(glossarySection),
    references: placed.has('references') ? [] : section(referencesSection),
  }
}
