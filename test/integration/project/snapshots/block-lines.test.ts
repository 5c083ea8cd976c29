import {expect, test} from 'vitest'
import {blockLines} from '../../../../src/project/snapshots/block-lines.ts'

test.each<[string, string, readonly string[]]>([
  ['paragraphs', '<p>a</p><p>b <em>c</em></p>', ['<p>a</p>', '<p>b <em>c</em></p>']],
  ['lists', '<ul><li>a</li><li>b</li></ul>', ['<ul>', '<li>a</li>', '<li>b</li>', '</ul>']],
  [
    'tables: a row a line, with its cells',
    '<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ['<table>', '<tbody>', '<tr><td>1</td><td>2</td>', '</tr>', '</tbody>', '</table>'],
  ],
  ['lines that are there', '<p>a</p>\n<p>b</p>\n', ['<p>a</p>', '<p>b</p>']],
  [
    'preformatted text',
    '<p>a</p><pre><code>x\n\n<p>y</code></pre>',
    ['<p>a</p>', '<pre><code>x', '', '<p>y</code></pre>'],
  ],
  ['tags in attributes', '<p><img alt="<p>x</p>"></p>', ['<p><img alt="<p>x</p>"></p>']],
  ['comments', '<p>a<!-- <p>b</p> --></p>', ['<p>a<!-- <p>b</p> --></p>']],
  ['words with a sign', 'a < b and <p>c</p>', ['a < b and', '<p>c</p>']],
  ['nothing', '', ['']],
])('%s', (_, html, lines) => {
  expect(blockLines(html).replace(/\n$/, '').split('\n')).toEqual(lines)
})
