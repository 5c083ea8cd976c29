import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {audiences, Numbers} from '../model.js'
import {markdownWriter} from '../write-markdown.js'

const write = markdownWriter({
  inline: part => {
    if ('cite' in part) return `[${part.cite.join(' ')}]{.cite}`
    if ('say' in part) return audiences.map(audience => `[${part.say[audience]}]{.${audience}}`).join('')
    return `[${part.text}]{.${part.only}}`
  },
  only: (audience, text) => `::: ${audience}\n${text}\n:::`,
})

/** Takes out what others get; citations stay marked, and are numbered when the page is there. */
const filter = `
local audience = nil
local known = {${audiences.map(audience => `${audience} = true`).join(', ')}}
local function select(el)
  for _, class in ipairs(el.classes) do
    if known[class] then
      if class == audience then return el.content end
      return {}
    end
  end
end
return {
  {Meta = function(meta) audience = pandoc.utils.stringify(meta.audience) end},
  {Div = select, Span = select},
}
`

export function findPandoc() {
  const {status} = spawnSync('pandoc', ['--version'], {stdio: 'ignore'})
  if (status !== 0) return undefined
  const lua = join(tmpdir(), `parlance-bench-${process.pid}.lua`)
  writeFileSync(lua, filter)
  return {
    name: 'pandoc (a process for each reader)',
    write,
    compile: source => source,
    html: (source, audience) => {
      const args = ['-f', 'markdown-smart', '-t', 'html', '-M', `audience=${audience}`, '-L', lua]
      const {stdout, stderr, status} = spawnSync('pandoc', args, {input: source, encoding: 'utf8'})
      if (status !== 0) throw new Error(stderr)
      const numbers = new Numbers()
      const body = stdout.replace(/<span\s+class="cite">([^<]*)<\/span>/g, (_, keys) =>
        numbers.cite(keys.split(/\s+/)),
      )
      return body + numbers.html
    },
  }
}
