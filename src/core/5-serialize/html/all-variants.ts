import {h} from 'hastscript'
import type {Numbering, Selection} from '../../language/index.ts'
import {renderContextOf} from '../render-context.ts'
import {printShell} from './page/shell.ts'
import {wholeParts} from './whole-parts.ts'

/** What stands above a page that shows every wording at once. */
const notice = 'All variants at once: not for publication.'

/**
 * A page that shows every wording at once, for its author. It says so itself, in its text, its title and its
 * head, wherever it goes.
 *
 * @param isDraft Whether the page has errors, so that text which is in doubt is left out.
 */
export function serializeAllVariants(selection: Selection, numbering: Numbering, isDraft: boolean): string {
  const {locale, settings} = selection.document
  const labels = settings.labels(locale)
  const presentation = {page: false, width: 0, draft: isDraft, sourceLines: true}
  const {body, glossary, references} = wholeParts(renderContextOf(selection, numbering), presentation)
  const {title: _, template: __, ...site} = settings.site
  return printShell({
    locale,
    title: notice,
    labels,
    site,
    head: [h('meta', {name: 'robots', content: 'noindex, noarchive'})],
    home: undefined,
    parts: new Map([
      ['notice', [h('p', {className: 'draft', role: 'note'}, notice)]],
      ['body', [h('div', {className: 'body'}, [...body, ...glossary, ...references])]],
    ]),
  })
}
