import type {RootContent} from 'mdast'
import type {Place} from '../../language/index.ts'
import {contents} from '../chrome/contents.ts'
import {glossary} from '../chrome/glossary.ts'
import {numberingFor} from '../render-context.ts'
import type {MarkdownContext} from './context.ts'
import {references} from './references.ts'

/** What each kind of place holds, not rewritten yet; nothing where this variant has nothing for it. */
export const sections: {
  readonly [What in Place['what']]: (context: MarkdownContext) => readonly RootContent[]
} = {
  references: ({ask, labels}) => references(numberingFor('references', ask), labels),
  glossary: ({ask, labels}) => glossary(numberingFor('glossary', ask), labels),
  toc: ({ask, labels}) => contents(numberingFor('toc', ask), labels),
}
