import type {ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {directionOf, type Labels} from '../../../document/index.ts'
import {stylesheet} from './stylesheet.ts'

/** What the shell of every HTML page needs. */
export interface Shell {
  readonly locale: string
  readonly title: string
  readonly labels: Labels
  /** Further elements of the head. */
  readonly head: readonly ElementContent[]
  readonly siteTitle: string | undefined
  /** Where the site's title leads; absent: it is no link. */
  readonly home: string | undefined
  readonly main: readonly ElementContent[]
}

/** A whole HTML document around some content: head, skip link, site header, main. */
export function shellTree({locale, title, labels, head, siteTitle, home, main}: Shell): Root {
  const fullTitle = siteTitle === undefined || siteTitle === title ? title : `${title} – ${siteTitle}`
  const brand =
    siteTitle === undefined
      ? []
      : [
          h(
            'header',
            {className: 'site'},
            home === undefined ? h('span', siteTitle) : h('a', {href: home}, siteTitle),
          ),
        ]
  return {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: locale, dir: directionOf(locale)}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
          h('title', fullTitle),
          ...head,
          h('style', stylesheet),
        ]),
        h('body', [
          h('a', {className: 'skip', href: '#content'}, labels.skipToContent),
          ...brand,
          h('main', {id: 'content'}, [...main]),
        ]),
      ]),
    ],
  }
}
