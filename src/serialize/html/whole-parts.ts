import type {ElementContent} from 'hast'
import type {Presentation} from '../../document/index.ts'
import {type Facts, placedIn} from '../facts.ts'
import {bodyOf} from '../furniture/body.ts'
import {converter, isBlock, sanitized} from './blocks.ts'
import type {HtmlContext} from './context.ts'
import type {BodyParts} from './page/page.ts'
import {draftNotice} from './sections/draft.ts'
import {footnotesSection} from './sections/footnotes.ts'
import {glossarySection} from './sections/glossary.ts'
import {referencesSection} from './sections/references.ts'

/** The body and the sections behind it, each made as one tree: the straightforward way. */
export function wholeParts(facts: Facts, presentation: Presentation): BodyParts {
  const {rawHtml} = facts.selection.document.settings
  const context: HtmlContext = {labels: facts.labels, ask: question => question(facts)}
  const toElements = converter(context, rawHtml)
  const clean = (blocks: readonly ElementContent[]): readonly ElementContent[] => sanitized(blocks, rawHtml)
  const placed = placedIn(facts)
  return {
    body: clean([
      ...(presentation.draft ? draftNotice(context) : []),
      ...toElements(bodyOf(facts.selection, presentation)).filter(isBlock),
      ...footnotesSection(context, toElements),
    ]),
    glossary: placed.has('glossary') ? [] : clean(glossarySection(context)),
    references: placed.has('references') ? [] : clean(referencesSection(context, toElements)),
  }
}
