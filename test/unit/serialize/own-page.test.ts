import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {ConfigError, compile, render, resolveConfig} from '../../../src/index.ts'
import {templateOf} from '../../../src/internal.ts'
import {parlance} from '../../support/cli.ts'
import {folderWith} from '../../support/temporary.ts'

const page = (config: object, source = '---\ntitle: A & B\nslug: a\n---\n\nText.\n'): string =>
  render(compile(source, {config}), {audience: 'patient', page: true}).value

describe('a page of one’s own', () => {
  test('weighs at most 20 kB without its text', () => {
    const weight = gzipSync(page({site: {title: 'Site'}}, '---\nslug: a\n---\n')).length
    expect(weight).toBeGreaterThan(1_000)
    expect(weight).toBeLessThanOrEqual(20 * 1024)
  })

  test('parts stand in the order of the layout', () => {
    const layout = ['banner', 'disclaimer', 'title', 'body', 'glossary', 'references']
    const html = page({site: {layout}, disclaimers: 'Ask your doctor.'})
    expect(html.indexOf('Ask your doctor.')).toBeLessThan(html.indexOf('<h1'))
    expect(html).not.toContain('class="question"')
  })

  test.each([
    [{layout: ['title', 'body']}, '`site.layout`: must have the part `banner`'],
    [
      {layout: ['banner', 'title', 'body', 'body', 'glossary', 'references', 'disclaimer']},
      'has the part `body` twice',
    ],
    [{layout: ['bodi']}, '`site.layout.0`: must be one of the parts of a page: did you mean `body`?'],
    [{stylesheet: {css: 'a{}</style><script>'}}, '`site.stylesheet`: cannot hold `</style`'],
    [{stylesheet: 'theme.css'}, 'is read by the command line and `parlance-md/project`'],
    [{template: 'page.html'}, 'is read by the command line and `parlance-md/project`'],
  ])('%j is refused', (site, message) => {
    expect(() => resolveConfig({site})).toThrow(ConfigError)
    expect(() => resolveConfig({site})).toThrow(message)
  })

  test('a stylesheet follows ours, or replaces it; the policy knows both', () => {
    const css = ':root{--accent:#700}'
    const both = page({site: {stylesheet: {css}}})
    expect(both).toMatch(/--measure[\s\S]*:root\{--accent:#700\}<\/style>/)
    const alone = page({site: {stylesheet: {css, replace: true}}})
    expect(alone).toContain(`<style>${css}</style>`)
    const policy = (html: string): string => /style-src .*?sha256-([A-Za-z0-9+/=]+)/.exec(html)?.[1] ?? ''
    expect(policy(both)).not.toBe(policy(alone))
  })

  test('a template puts escaped words and ready parts in place', () => {
    const template = templateOf(
      '<html lang="{{lang}}" dir="{{dir}}"><title>{{ title }}</title>{{part:body}}<hr>{{part:review}}</html>',
    )
    expect(page({locale: 'ar', site: {template}})).toBe(
      '<html lang="ar" dir="rtl"><title>A &#x26; B</title><div class="body"><p>Text.</p></div><hr></html>',
    )
    const withText = templateOf('<main>{{content}}</main>{{script}}')
    expect(page({site: {template: withText}}, 'A `{{title}}` in the text.')).toContain(
      '<code>{{title}}</code>',
    )
  })

  test('files are read by the project, and their mistakes are exit 2', async () => {
    const files = {
      'content/a.md': 'Text.\n',
      'theme.css': ':root{--accent:#700}',
      'page.html': '<html><head>{{head}}</head><body>{{content}}</body></html>',
      'parlance.config.json': '{"site": {"stylesheet": "theme.css", "template": "page.html"}}',
    }
    const run = (more: object) =>
      parlance(['render', 'content/a.md', '-a', 'patient', '--page'], {cwd: folderWith({...files, ...more})})
    const {stdout} = await run({})
    expect(stdout).toMatch(
      /^<html><head>[\s\S]*--accent:#700\}<\/style><\/head><body>[\s\S]*Text\.[\s\S]*<\/body><\/html>$/,
    )
    expect((await run({'page.html': '{{contents}}'})).stderr).toContain(
      'unknown slot `{{contents}}`: did you mean `content`?',
    )
    expect((await run({'page.html': '<p>{{part:body}}'})).stderr).toContain(
      'has neither `{{content}}` nor `{{part:banner}}`',
    )
    expect((await run({'page.html': '{{content}}{{content}}'})).stderr).toContain('has `{{content}}` twice')
    const missing = await run({'parlance.config.json': '{"site": {"template": "none.html"}}'})
    expect(missing).toMatchObject({status: 2})
    expect(missing.stderr).toContain('there is no file `none.html`')
  })
})
