import {check, compile, render} from 'parlance-md'
import {loadNativeParser} from 'parlance-md/project'
import {audiences, references} from '../model.js'
import {markdownWriter} from '../write-markdown.js'

export const write = markdownWriter({
  inline: part => {
    if ('cite' in part) return `:cite[${part.cite.join('; ')}]`
    if ('say' in part)
      return `:say[${part.say.patient}]{clinician="${part.say.clinician}" student="${part.say.student}"}`
    return `:${part.only}[${part.text}]`
  },
  only: (audience, text) => `:::${audience}\n${text}\n:::`,
  group: branches => `::::variants\n${branches.join('\n')}\n::::`,
})

/** As projects are read: natively, where the page is plain. */
const nativeParser = await loadNativeParser()

/** Three readers, and all checks on. */
export const parlance = {
  name: 'Parlance',
  write,
  compile: source => compile(source, {references, nativeParser}),
  html: (document, audience) => render(document, {audience}).value,
  check: document => check(document),
  /** All that a page needs before it goes out: every check, three readers, two formats. */
  cold: source => {
    const document = compile(source, {references, nativeParser})
    const {messages} = check(document)
    if (messages.some(({fatal}) => fatal)) throw new Error(String(messages.find(({fatal}) => fatal)))
    return audiences.flatMap(audience =>
      ['html', 'text'].map(format => render(document, {audience, format}).value),
    )
  },
}
