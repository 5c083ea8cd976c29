import type {Place} from '../../../language/index.ts'
import type {HtmlHandler} from '../context.ts'
import {glossarySection} from '../sections/glossary.ts'
import {referencesSection} from '../sections/references.ts'
import {tocSection} from '../sections/toc.ts'

export const place: HtmlHandler<Place> = (state, node, context) => {
  if (!context.ask(({places}) => places.has(node))) return []
  if (node.what === 'toc') return tocSection(context)
  if (node.what === 'glossary') return glossarySection(context)
  return referencesSection(context, nodes => state.all({type: 'root', children: [...nodes] as never[]}))
}
