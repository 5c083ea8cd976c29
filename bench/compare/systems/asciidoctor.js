import Asciidoctor from '@asciidoctor/core'
import {audiences, Numbers} from '../model.js'

const inline = part => {
  if (typeof part === 'string') return part
  if ('em' in part) return `_${part.em}_`
  if ('strong' in part) return `*${part.strong}*`
  if ('code' in part) return `\`${part.code}\``
  if ('cite' in part) return `cite:k[${part.cite.join(' ')}]`
  if ('say' in part)
    return `\n${audiences.map(audience => `ifdef::${audience}[${part.say[audience]}]`).join('\n')}\n`
  return `\nifdef::${part.only}[${part.text.trim()}]\n`
}
const line = parts => parts.map(inline).join('').replace(/ ?\n /g, '\n')
const only = (audience, all) => `ifdef::${audience}[]\n${write(all)}\nendif::[]`

const blocks = {
  heading: ({depth, text}) => `${'='.repeat(depth)} ${text}`,
  paragraph: ({parts}) => line(parts),
  list: ({items}) => items.map(item => `* ${line(item)}`).join('\n'),
  table: ({head, rows}) =>
    `[%header]\n|===\n${[head, ...rows].map(row => `| ${row.join(' | ')}`).join('\n')}\n|===`,
  only: ({audience, blocks}) => only(audience, blocks),
  group: ({branches}) =>
    Object.entries(branches)
      .map(([audience, all]) => only(audience, all))
      .join('\n\n'),
}

const write = all => all.map(block => blocks[block.type](block)).join('\n\n')

const engine = Asciidoctor()

/** Conditions are the preprocessor's, so that each reader takes a whole conversion. */
export const asciidoctor = {
  name: 'Asciidoctor.js',
  write,
  compile: source => source,
  html: (source, audience) => {
    const numbers = new Numbers()
    const registry = engine.Extensions.create()
    registry.inlineMacro('cite', function () {
      this.process((parent, _, attributes) =>
        this.createInline(parent, 'quoted', numbers.cite(String(attributes.$positional[0]).split(' '))),
      )
    })
    const options = {
      attributes: {[audience]: '', 'table-caption': false, sectids: false},
      extension_registry: registry,
    }
    return engine.convert(source, options) + numbers.html
  },
}
