import {contentOf} from './temporary.ts'

/**
 * Where sentences stand in the files of a site, as they are or written as HTML, JSON, JavaScript and
 * addresses write them, over any line breaks.
 *
 * @returns `file: sentence`, sorted.
 */
export function findSentences(folder: string, sentences: readonly string[]): readonly string[] {
  return Object.entries(contentOf(folder)).flatMap(([file, text]) => {
    const readings = [text, unescaped(text), decoded(text)].map(plain)
    return sentences
      .filter(sentence => readings.some(reading => reading.includes(plain(sentence))))
      .map(sentence => `${file}: ${sentence}`)
  })
}

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);|&#(\d+);/gi, (_, hex, decimal) =>
      letter(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/\s+/g, ' ')
}

/** As a program reads the strings in it. */
function unescaped(text: string): string {
  return text
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, hex) => letter(Number.parseInt(hex, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\(.)/g, '$1')
}

/** As a browser reads the addresses in it. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, bytes => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes // no text
    }
  })
}

function letter(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code)
}
