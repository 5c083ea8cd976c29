import {isMap, isPair, isScalar, parseDocument} from 'yaml'
import {frontMatterKeys, type ResolvedConfig} from '../../internal.ts'
import type {Notes} from './imported.ts'

/** A source in two: its front matter, without the fences, and what follows. */
export interface Parted {
  readonly yaml: string | undefined
  /** Offset of the YAML. */
  readonly yamlStart: number
  readonly body: string
  /** Offset of the body. */
  readonly bodyStart: number
}

export function partFrontMatter(source: string): Parted {
  const found = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/m.exec(source)
  if (found === null || found.index > 0) return {yaml: undefined, yamlStart: 0, body: source, bodyStart: 0}
  const [whole, yaml = ''] = found
  return {yaml, yamlStart: whole.indexOf('\n') + 1, body: source.slice(whole.length), bodyStart: whole.length}
}

/**
 * Front matter with only keys that pages have; all others go to `extra`, which is handed through.
 *
 * @param yaml As another system has it.
 * @param start Its offset in the source, for messages.
 * @returns With its fences; empty where there is none.
 */
export function frontMatterFor(
  yaml: string | undefined,
  start: number,
  {settings}: ResolvedConfig,
  notes: Notes,
): string {
  if (yaml === undefined || yaml.trim() === '') return ''
  const document = parseDocument(yaml, {logLevel: 'error'})
  const [problem] = document.errors
  if (problem !== undefined) {
    const [from, to] = problem.pos
    notes.error(`Broken YAML: ${problem.message.split(' at line')[0]}`, {
      start: start + from,
      end: start + to,
    })
    return ''
  }
  const {contents} = document
  const whole = {start, end: start + yaml.length}
  if (!isMap(contents)) {
    notes.error('Front matter must be a map of keys', whole)
    return ''
  }
  const known = new Set([...frontMatterKeys, ...settings.dimensions.keys()])
  const others = contents.items.filter(
    pair => !known.has(String(isScalar(pair.key) ? pair.key.value : pair.key)),
  )
  if (others.length === 0) return `---\n${yaml}\n---\n`
  contents.items = contents.items.filter(pair => !others.includes(pair))
  for (const pair of others) if (isPair(pair)) document.setIn(['extra', pair.key], pair.value)
  const names = others.map(({key}) => `\`${String(key)}\``).join(', ')
  notes.leftOut(`Pages have no ${names}: moved to \`extra\`, which JSON output hands through`, whole)
  return `---\n${document.toString({lineWidth: 0})}---\n`
}
