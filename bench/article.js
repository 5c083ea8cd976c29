import {readFileSync} from 'node:fs'

/** The medical article of the fixtures without its front matter, about 7 kB. */
const article = readFileSync(
  new URL('../fixtures/projects/medical/content/pertuzumab-mechanism.md', import.meta.url),
  'utf8',
).replace(/^---[\s\S]*?\n---\n/, '')

export const references = JSON.parse(
  readFileSync(new URL('../fixtures/projects/medical/references.json', import.meta.url), 'utf8'),
)

const head =
  '---\ntitle: A page\nvars: {brand: Perjeta, drug: pertuzumab}\nglossary: {HER2: a, ADCC: b, neutropenia: c}\n---\n'

/**
 * The article as often as it takes to fill so many bytes, with ids of their own.
 *
 * @param {number} bytes
 */
export function articleOf(bytes) {
  let text = head
  for (let part = 1; Buffer.byteLength(text) < bytes; part++)
    text += article
      .replace(/\{#(?!ADCC)/g, `{#p${part}-`)
      .replaceAll('(#dose)', `(#p${part}-dose)`)
      .replaceAll('[^safety]', `[^safety${part}]`)
  return text
}
