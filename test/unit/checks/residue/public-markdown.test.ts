import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {compile} from '../../../../src/index.ts'
import {loadNativeParser} from '../../../../src/project/load/load-native-parser.ts'

const modules = join(import.meta.dirname, '../../../../node_modules')

/** Markdown that others have written: the pages of the packages that are installed here. */
const pages = readdirSync(modules, {recursive: true, encoding: 'utf8'})
  .filter(path => /\.md$/i.test(path))
  .sort()
const sample = process.env.PARLANCE_DEEP === undefined ? pages.filter((_, index) => index % 10 === 0) : pages

const nativeParser = await loadNativeParser()

/** Rules that must stay silent where no page knows of Parlance. */
const alarms = /^(?:markup-residue|fence-|marker-|condition-|front-matter-unseen)/

test.each([[['clinician', 'patient', 'student']], [['user', 'admin', 'developer']]])(
  'no page of others raises an alarm with the audiences %j',
  ids => {
    const config = {
      audiences: ids.map(id => ({id, label: id})),
      rawHtml: true,
      limits: {sourceBytes: 10_000_000},
    }
    const found = sample.flatMap(path => {
      const source = readFileSync(join(modules, path), 'utf8')
      const {messages} = compile(source, {config, path, ...(nativeParser && {nativeParser})})
      return messages.filter(({ruleId = ''}) => alarms.test(ruleId)).map(String)
    })
    expect(sample.length).toBeGreaterThan(50)
    expect(found).toEqual([])
  },
  600_000,
)
