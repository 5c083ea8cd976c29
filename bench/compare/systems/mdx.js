import {compile} from '@mdx-js/mdx'
import {Fragment, h} from 'preact'
import * as runtime from 'preact/jsx-runtime'
import {renderToString} from 'preact-render-to-string'
import remarkGfm from 'remark-gfm'
import {audiences, Numbers} from '../model.js'
import {markdownWriter} from '../write-markdown.js'

const write = markdownWriter({
  inline: part => {
    if ('cite' in part) return `<Cite keys="${part.cite.join(' ')}" />`
    if ('say' in part)
      return `<Say ${audiences.map(audience => `${audience}="${part.say[audience]}"`).join(' ')} />`
    return `<Only for="${part.only}">${part.text}</Only>`
  },
  only: (audience, text) => `<Only for="${audience}">\n\n${text}\n\n</Only>`,
})

export const mdx = {
  name: 'MDX',
  write,
  compile: async source => {
    const code = String(await compile(source, {outputFormat: 'function-body', remarkPlugins: [remarkGfm]}))
    return new Function(code)(runtime).default
  },
  html: (Content, audience) => {
    const numbers = new Numbers()
    const components = {
      Only: ({for: wanted, children}) => (wanted === audience ? h(Fragment, null, children) : null),
      Say: wordings => wordings[audience],
      Cite: ({keys}) => numbers.cite(keys.split(' ')),
    }
    return renderToString(h(Content, {components})) + numbers.html
  },
}
