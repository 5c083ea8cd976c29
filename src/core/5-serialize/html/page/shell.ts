import type {ElementContent, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {directionOf, type Labels, type Settings} from '../../../language/index.ts'
import {contentSecurity} from './content-security.ts'
import {stylesheet} from './stylesheet.ts'

/** What the shell of every HTML page needs. */
export interface Shell {
  readonly locale: string
  readonly title: string
  readonly labels: Labels
  readonly site: Settings['site']
  /** Further elements of the head. */
  readonly head: readonly ElementContent[]
  /** Where the site's title leads; absent: it is no link. */
  readonly home: string | undefined
  /** Parts of the page by name, in order. */
  readonly parts: ReadonlyMap<string, readonly ElementContent[]>
  /** JavaScript of the page's own script, where it has one. */
  readonly script?: string | undefined
}

/**
 * A whole HTML document around some parts: head, skip link, site header, main; or the publisher's own
 * template with them. What is raw in a part has been sanitized and printed already.
 */
export function printShell(shell: Shell, policy = policyOf(shell)): string {
  const {site} = shell
  return site.template === undefined
    ? `${toHtml(shellTree(shell, policy), {allowDangerousHtml: true})}\n`
    : site.template(slotsOf(shell, fullTitle(shell), policy))
}

/**
 * What a page's style and script allow. It takes long to work out, and is the same for all variants of a
 * page.
 */
export function policyOf({site, script}: Pick<Shell, 'site' | 'script'>): string {
  return contentSecurity(cssOf(site), script)
}

/** CSS of a site's pages: ours, the publisher's behind it or in its place. */
function cssOf({stylesheet: own}: Settings['site']): string {
  return own === undefined ? stylesheet : own.replace ? own.css : `${stylesheet}\n${own.css}`
}

function fullTitle({title, site}: Shell): string {
  return site.title === undefined || site.title === title ? title : `${title} – ${site.title}`
}

function slotsOf(
  {locale, labels, site, head, parts, script}: Shell,
  title: string,
  policy: string,
): ReadonlyMap<string, string> {
  const css = cssOf(site)
  const html = (children: readonly ElementContent[]): string =>
    toHtml({type: 'root', children: [...children]}, {allowDangerousHtml: true})
  return new Map([
    ['lang', html([{type: 'text', value: locale}])],
    ['dir', directionOf(locale)],
    ['title', html([{type: 'text', value: title}])],
    ['head', html([...head, h('style', css)])],
    ['policy', html([{type: 'text', value: policy}])],
    ['content', html([skipLink(labels), mainOf(parts)])],
    ['script', script === undefined ? '' : html([ownScript(script)])],
    ...[...parts].map(([name, children]): [string, string] => [`part:${name}`, html(children)]),
  ])
}

function shellTree(shell: Shell, policy: string): Root {
  const {locale, labels, site, head, home, parts, script} = shell
  const css = cssOf(site)
  return {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: locale, dir: directionOf(locale)}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
          h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
          // Without one, browsers ask for a file that is not there.
          h('link', {rel: ['icon'], href: site.icon ?? 'data:,'}),
          h('title', fullTitle(shell)),
          ...head,
          h('style', css),
        ]),
        h('body', [
          skipLink(labels),
          ...brand(site.title, home),
          mainOf(parts),
          ...(script === undefined ? [] : [ownScript(script)]),
        ]),
      ]),
    ],
  }
}

/** A script with a mark that it is part of Parlance, so that leak checks can skip it. */
function ownScript(script: string): ElementContent {
  return h('script', {dataParlance: ''}, script)
}

function skipLink(labels: Labels): ElementContent {
  return h('a', {className: 'skip', href: '#content'}, labels.skipToContent)
}

function brand(title: string | undefined, home: string | undefined): ElementContent[] {
  if (title === undefined) return []
  return [
    h('header', {className: 'site'}, home === undefined ? h('span', title) : h('a', {href: home}, title)),
  ]
}

function mainOf(parts: Shell['parts']): ElementContent {
  return h('main', {id: 'content', tabIndex: -1}, [...parts.values()].flat())
}
