import {expect, test} from 'vitest'
import {CslError, cslStyle} from '../../../../src/adapters/csl/index.ts'
import {authorDate, bracketed, english, spanish, styleWith} from '../../../support/csl.ts'

const dependent = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">
  <info><title>Annals of Trials</title><id>a</id>
  <link rel="independent-parent" href="https://styles.example/vancouver-like"/></info></style>`

test.each([
  ['not XML at all', 'Title: a style', 'The style `x` is no well-formed XML: '],
  ['an empty file', ' ', 'The style `x` is no well-formed XML: '],
  ['a tag that is not closed', '<style><info></style>', 'The style `x` is no well-formed XML: '],
  [
    'a page of a website',
    '<html lang="en"/>',
    'The style `x` begins with `<html>`: it must begin with `<style xmlns=',
  ],
  ['a locale', english, 'The style `x` begins with `<locale xmlns="http://purl.org/net/xbiblio/csl">`'],
  [
    'a dependent style',
    dependent,
    'The style `x` (“Annals of Trials”) is a dependent one: it prints as its parent `https://styles.example/vancouver-like` does. Bring the parent’s file, `vancouver-like.csl`',
  ],
  [
    'a style without citations',
    '<style xmlns="http://purl.org/net/xbiblio/csl"><info/></style>',
    'has no `<citation>`: bring the file of a whole style',
  ],
  [
    'a citation without layout',
    styleWith({citation: '<citation/>'}),
    'has no `<layout>` in its `<citation>`',
  ],
  [
    'a macro that is not there',
    styleWith({citation: '<citation><layout><text macro="a"/></layout></citation>'}),
    'has no macro `a`, which it uses',
  ],
  [
    'a macro that uses itself',
    styleWith({
      macros: '<macro name="a"><text macro="a"/></macro>',
      citation: '<citation><layout><text macro="a"/></layout></citation>',
    }),
    'The macro `a` of the style `x` uses itself',
  ],
])('%s', (_, style, message) => {
  const make = () => cslStyle({id: 'x', style, locales: english})
  expect(make).toThrow(CslError)
  expect(make).toThrow(message)
})

test.each([
  ['none', [], bracketed, 'The style `x` has no locale: bring a file like `locales-en-US.xml`'],
  ['a style', bracketed, bracketed, 'The locale of the style `x` begins with `<style'],
  ['the second broken', [english, '<'], bracketed, 'The locale 2 of the style `x` is no well-formed XML'],
  [
    'one without language',
    '<locale xmlns="http://purl.org/net/xbiblio/csl"/>',
    bracketed,
    'does not say its language: its root needs `xml:lang`',
  ],
  [
    'a part of one',
    '<locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="en"><terms/></locale>',
    bracketed,
    'is not whole: it has no term `et-al`',
  ],
  [
    'not the one that the style prints in',
    [english, spanish],
    bracketed.replace('class=', 'default-locale="de-DE" class='),
    'The style `x` always prints in `de-DE`, and was given `en-US`, `es-ES`: bring `locales-de-DE.xml`',
  ],
])('locales: %s', (_, locales, style, message) => {
  expect(() => cslStyle({id: 'x', style, locales})).toThrow(CslError)
  expect(() => cslStyle({id: 'x', style, locales})).toThrow(message)
})

test('a style without numbers is asked for a whole variant', () => {
  const style = cslStyle({id: 'x', style: authorDate, locales: english})
  expect(style.print).toBeDefined()
  expect(() => style.cluster([])).toThrow(RangeError)
  expect(() => style.entry({id: 'a', type: 'book'}, 'en')).toThrow('it prints a whole variant at once')
})
