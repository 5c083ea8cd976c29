import type {Place} from '../../../language/index.ts'
import {numberingFor} from '../../facts.ts'
import {contents} from '../../furniture/contents.ts'
import {glossary} from '../../furniture/glossary.ts'
import type {Context} from '../context.ts'
import type {Lines} from '../lines.ts'
import {references} from './references.ts'

/** What each kind of place prints; nothing where this variant has nothing for it. */
export const sections: {readonly [What in Place['what']]: (context: Context) => Lines} = {
  references,
  glossary: context => context.flow(glossary(numberingFor('glossary', context.ask), context.labels)),
  toc: context => context.flow(contents(numberingFor('toc', context.ask), context.labels)),
}
