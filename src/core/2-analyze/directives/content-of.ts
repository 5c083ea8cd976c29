import type {RootContent} from 'mdast'
import type {DirectiveUse} from './definition.ts'

/** What a container holds; `:::only[Text]{…}` has the text of its label as first paragraph, so that nothing is lost. */
export function contentOf({labelContent, content}: DirectiveUse): RootContent[] {
  return labelContent.length > 0 ? [{type: 'paragraph', children: labelContent}, ...content] : content
}
