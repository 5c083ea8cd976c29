import MarkdownIt from 'markdown-it'
import container from 'markdown-it-container'
import {audiences, Numbers} from '../model.js'
import {markdownWriter} from '../write-markdown.js'

export const write = markdownWriter({
  inline: part => {
    if ('cite' in part) return `:cite[${part.cite.join('; ')}]`
    if ('say' in part) return audiences.map(audience => `:${audience}[${part.say[audience]}]`).join('')
    return `:${part.only}[${part.text}]`
  },
  only: (audience, text) => `:::${audience}\n${text}\n:::`,
})

const names = new Set(['cite', ...audiences])

/** `:name[text]` within a line. */
function spans(md) {
  md.inline.ruler.before('link', 'span', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 58) return false
    const open = state.src.indexOf('[', state.pos)
    const close = state.src.indexOf(']', open)
    const name = state.src.slice(state.pos + 1, open)
    if (open < 0 || close < 0 || !names.has(name)) return false
    if (!silent) {
      const token = state.push('span', '', 0)
      token.info = name
      token.content = state.src.slice(open + 1, close)
    }
    state.pos = close + 1
    return true
  })
  md.renderer.rules.span = (tokens, index, _, env) => {
    const {info, content} = tokens[index]
    if (info === 'cite') return env.numbers.cite(content.split('; '))
    return info === env.audience ? md.utils.escapeHtml(content) : ''
  }
}

const md = new MarkdownIt()
for (const audience of audiences) md.use(container, audience, {render: () => ''})
md.use(spans)

/** Tokens without what stands in containers for others. */
function select(tokens, audience) {
  const kept = []
  let hidden
  for (const token of tokens) {
    if (hidden !== undefined) {
      if (token.type === hidden && token.nesting === -1) hidden = undefined
      continue
    }
    const [, name] = /^container_(.*)_open$/.exec(token.type) ?? []
    if (name !== undefined && name !== audience) hidden = `container_${name}_close`
    else kept.push(token)
  }
  return kept
}

export const markdownIt = {
  name: 'markdown-it',
  write,
  compile: source => md.parse(source, {}),
  html: (tokens, audience) => {
    const numbers = new Numbers()
    return md.renderer.render(select(tokens, audience), md.options, {audience, numbers}) + numbers.html
  },
}
