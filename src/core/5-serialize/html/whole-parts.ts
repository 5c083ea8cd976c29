import type {ElementContent} from 'hast'
import type {Presentation} from '../../language/index.ts'
import {bodyOf} from '../chrome/body.ts'
import {placedIn, type RenderContext} from '../render-context.ts'
import {Converter, isBlock, sanitized} from './blocks.ts'
import type {HtmlPart} from './context.ts'
import type {BodyParts} from './page/page.ts'
import {draftNotice, footnotesSection} from './sections/footnotes.ts'
import {definitions, glossarySection} from './sections/glossary.ts'
import {referencesSection} from './sections/references.ts'

/** The body and the sections behind it, each made as one tree: the straightforward way. */
export function wholeParts(context: RenderContext, presentation: Presentation): BodyParts {
  const {labels, selection} = context
  const {rawHtml} = selection.document.settings
  const {page: popovers, sourceLines} = presentation
  const converter = new Converter({labels, popovers, sourceLines}, rawHtml)
  const make = (part: HtmlPart): readonly ElementContent[] =>
    converter.make(part, question => question(context))
  const clean = (...parts: readonly HtmlPart[]): readonly ElementContent[] =>
    sanitized(parts.flatMap(make), rawHtml, sourceLines)
  const body: HtmlPart = (_, toElements) => toElements(bodyOf(selection, presentation)).filter(isBlock)
  const placed = placedIn(context)
  return {
    body: clean(...(presentation.draft ? [draftNotice] : []), body, footnotesSection, definitions),
    glossary: placed.has('glossary') ? [] : clean(glossarySection),
    references: placed.has('references') ? [] : clean(referencesSection),
  }
}
