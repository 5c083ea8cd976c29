import {describe, expect, test} from 'vitest'
import {codingFor, formatFor, namesTag} from '../../../src/faces/server/web/negotiation.ts'

describe('the format by `Accept`', () => {
  test.each([
    [undefined, 'html'],
    ['*/*', 'html'],
    ['text/html', 'html'],
    ['text/*', 'html'],
    ['text/plain', 'text'],
    ['text/markdown', 'markdown'],
    ['application/json', 'json'],
    ['application/*', 'json'],
    ['text/html;q=0.5, text/plain', 'text'],
    ['text/plain;q=0.5, text/html;q=0.4', 'text'],
    ['text/html;q=0, */*', 'text'],
    ['text/plain, text/html', 'text'],
    ['image/png', undefined],
    ['text/html;q=0', undefined],
    ['application/xml, application/json;q=0.1', 'json'],
    ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', 'html'],
    ['nonsense', undefined],
  ])('%s', (accept, expected) => expect(formatFor(accept)).toBe(expected))
})

describe('the coding by `Accept-Encoding`', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.1, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['identity', 'identity'],
    ['deflate', 'identity'],
    ['identity;q=0', 'identity'],
  ])('%s', (accept, expected) => expect(codingFor(accept)).toBe(expected))
})

test.each([
  ['"a"', true],
  ['"b"', false],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['a', false],
  ['"a', false],
])('If-None-Match %s', (header, expected) => expect(namesTag(header, '"a"')).toBe(expected))
