import Markdoc from '@markdoc/markdoc'
import {audiences, Numbers} from '../model.js'
import {markdownWriter} from '../write-markdown.js'

const write = markdownWriter({
  inline: part => {
    if ('cite' in part) return `{% cite keys=${JSON.stringify(part.cite)} /%}`
    if ('say' in part) {
      const wordings = audiences.map(audience => `${audience}=${JSON.stringify(part.say[audience])}`)
      return `{% say ${wordings.join(' ')} /%}`
    }
    return `{% only for="${part.only}" %}${part.text}{% /only %}`
  },
  only: (audience, text) => `{% only for="${audience}" %}\n\n${text}\n\n{% /only %}`,
})

const tags = {
  only: {
    attributes: {for: {type: String, required: true}},
    transform: (node, config) =>
      node.attributes.for === config.variables.audience ? node.transformChildren(config) : [],
  },
  say: {
    attributes: {clinician: {type: String}, patient: {type: String}, student: {type: String}},
    transform: (node, config) => node.attributes[config.variables.audience],
  },
  cite: {
    attributes: {keys: {type: Array, required: true}},
    transform: (node, config) => config.variables.numbers.cite(node.attributes.keys),
  },
}

export const markdoc = {
  name: 'Markdoc',
  write,
  compile: source => Markdoc.parse(source),
  html: (tree, audience) => {
    const numbers = new Numbers()
    const content = Markdoc.transform(tree, {tags, variables: {audience, numbers}})
    return Markdoc.renderers.html(content) + numbers.html
  },
  check: tree => Markdoc.validate(tree, {tags, variables: {audience: 'patient'}}),
}
