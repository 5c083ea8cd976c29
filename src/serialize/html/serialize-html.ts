import type {Element, ElementContent, Root} from 'hast'
import {raw} from 'hast-util-raw'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Nodes} from 'mdast'
import {type Options, toHast} from 'mdast-util-to-hast'
import type {Numbering, Presentation, Selection} from '../../document/index.ts'
import {bodyOf, repeatedTitle} from '../furniture/body.ts'
import {placesOf} from '../furniture/places.ts'
import type {HtmlContext, ToElements} from './context.ts'
import {handlersFor, refuseUnknown} from './handlers/index.ts'
import {type BodyParts, printPage} from './page/page.ts'
import {sanitizeTree} from './sanitize.ts'
import {footnotesSection} from './sections/footnotes.ts'
import {glossarySection} from './sections/glossary.ts'
import {referencesSection} from './sections/references.ts'

/**
 * A variant as HTML: a fragment, or a whole page.
 *
 * @param selection What the reader gets.
 * @param numbering Its numbers.
 * @param presentation `page` for a whole document, `draft` for a notice.
 */
export function serializeHtml(
  selection: Selection,
  numbering: Numbering,
  presentation: Presentation,
): string {
  const {locale, settings} = selection.document
  const places = placesOf(selection)
  const {sourceLines} = presentation
  const context: HtmlContext = {selection, numbering, labels: settings.labels(locale), places, sourceLines}
  const {body, glossary, references} = partsOf(context, presentation)
  if (presentation.page)
    return printPage(context, {body, glossary, references}, repeatedTitle(selection, presentation))
  const tree = spaced([...body, ...glossary, ...references])
  return tree.children.length === 0 ? '' : `${toHtml(tree)}\n`
}

/** The body and the sections behind it, sanitized: what a page puts in place one by one. */
export function partsOf(context: HtmlContext, presentation: Presentation): BodyParts {
  const {selection, labels, places} = context
  const {rawHtml} = selection.document.settings
  const options: Options = {
    handlers: handlersFor(context),
    unknownHandler: refuseUnknown,
    allowDangerousHtml: rawHtml,
  }
  const toElements: ToElements = nodes =>
    elementsOf(toHast({type: 'root', children: [...nodes]} as Nodes, options)) // any nodes stand in a root here
  const placed = new Set([...places].map(({what}) => what))
  const clean = (blocks: readonly ElementContent[]): readonly ElementContent[] =>
    sanitized(blocks, rawHtml, presentation.sourceLines === true)
  return {
    body: clean([
      ...(presentation.draft ? [h('p', {className: 'draft', role: 'status'}, labels.draft)] : []),
      ...toElements(bodyOf(selection, presentation)).filter(isBlock),
      ...footnotesSection(context, toElements),
    ]),
    glossary: placed.has('glossary') ? [] : clean(glossarySection(context)),
    references: placed.has('references') ? [] : clean(referencesSection(context, toElements)),
  }
}

function sanitized(
  blocks: readonly ElementContent[],
  rawHtml: boolean,
  marked: boolean,
): readonly ElementContent[] {
  const tree = spaced(blocks)
  const whole = rawHtml ? raw(tree) : tree
  const root: Root = whole.type === 'root' ? whole : {type: 'root', children: [whole as Element]} // a root stays one
  return (sanitizeTree(root, marked).children as ElementContent[]).filter(isBlock) // a sanitized root holds elements and text
}

/** Blocks with a line break between them. */
function spaced(blocks: readonly ElementContent[]): Root {
  return {
    type: 'root',
    children: blocks.flatMap((block, index) =>
      index === 0 ? [block] : [{type: 'text', value: '\n'} as const, block],
    ),
  }
}

function elementsOf(tree: ReturnType<typeof toHast>): ElementContent[] {
  return tree.type === 'root' ? (tree.children as ElementContent[]) : [tree as ElementContent] // no doctype comes from mdast
}

/** Line breaks between blocks are set anew. */
function isBlock(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}
