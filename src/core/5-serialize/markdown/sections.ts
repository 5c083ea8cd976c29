import type {RootContent} from 'mdast'
import type {Place} from '../../language/index.ts'
import {numberingFor} from '../facts.ts'
import {contents} from '../furniture/contents.ts'
import {glossary} from '../furniture/glossary.ts'
import type {Context} from './context.ts'
import {references} from './references.ts'

/** What each kind of place holds, not rewritten yet; nothing where this variant has nothing for it. */
export const sections: {readonly [What in Place['what']]: (context: Context) => readonly RootContent[]} = {
  references: ({ask, labels}) => references(numberingFor('references', ask), labels),
  glossary: ({ask, labels}) => glossary(numberingFor('glossary', ask), labels),
  toc: ({ask, labels}) => contents(numberingFor('toc', ask), labels),
}
