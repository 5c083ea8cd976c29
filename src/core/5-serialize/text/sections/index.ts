import type {Place} from '../../../language/index.ts'
import {contents} from '../../chrome/contents.ts'
import {glossary} from '../../chrome/glossary.ts'
import {numberingFor} from '../../render-context.ts'
import type {PlainTextContext} from '../context.ts'
import type {Lines} from '../lines.ts'
import {references} from './references.ts'

/** What each kind of place prints; nothing where this variant has nothing for it. */
export const sections: {readonly [What in Place['what']]: (context: PlainTextContext) => Lines} = {
  references,
  glossary: context => context.flow(glossary(numberingFor('glossary', context.ask), context.labels)),
  toc: context => context.flow(contents(numberingFor('toc', context.ask), context.labels)),
}
