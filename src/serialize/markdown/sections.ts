import type {RootContent} from 'mdast'
import type {Place} from '../../document/index.ts'
import {contents} from '../furniture/contents.ts'
import {glossary} from '../furniture/glossary.ts'
import type {Context} from './context.ts'
import {references} from './references.ts'

/** What each kind of place holds, not rewritten yet; nothing where this variant has nothing for it. */
export const sections: {readonly [What in Place['what']]: (context: Context) => readonly RootContent[]} = {
  references: ({numbering, labels}) => references(numbering, labels),
  glossary: ({numbering, labels}) => glossary(numbering, labels),
  toc: ({numbering, labels}) => contents(numbering, labels),
}
