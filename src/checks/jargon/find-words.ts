import {
  type Document,
  type GlossaryEntry,
  type Reader,
  resolve,
  type TextGroup,
} from '../../core/language/index.ts'

/** A word that a reader may not know. */
export interface JargonWord {
  readonly entry: GlossaryEntry
  readonly word: string
  /**
   * The word of this reader in its place; absent where the reader uses the same word, and only its
   * explanation is missing.
   */
  readonly own?: string
  /** The audience that reads this word. */
  readonly whose: string
}

/** Whether plain words matter to an audience: it has a reading grade, or is of patients. */
export function isLay(document: Document, audience: string): boolean {
  const {readingGrade, schemaType} = document.settings.audiences.get(audience) ?? {}
  return readingGrade !== undefined || schemaType === 'Patient'
}

/**
 * Words of the glossary that a lay reader should meet in `:term` alone, by the word: those that other readers
 * have in place of the reader's own, and the reader's own that are explained.
 */
export function jargonFor(document: Document, reader: Reader): ReadonlyMap<string, JargonWord> {
  const {settings} = document
  const others = settings.audiences.ids.filter(id => !isLay(document, id))
  const words = new Map<string, JargonWord>()
  for (const entry of document.glossary.values()) {
    const own = wordingOf(entry.term, reader, document)
    if (own === undefined) continue
    if (wordingOf(entry.definition, reader, document) !== undefined)
      words.set(own, {entry, word: own, whose: reader.audience})
    for (const whose of others) {
      const word = wordingOf(entry.term, {...reader, audience: whose}, document)
      if (word === undefined || words.has(word)) continue
      const isOwn = own.toLowerCase().includes(word.toLowerCase())
      words.set(word, {entry, word, whose, ...(!isOwn && {own})})
    }
  }
  return words
}

function wordingOf(group: TextGroup | undefined, reader: Reader, {settings}: Document): string | undefined {
  if (group === undefined) return undefined
  const match = resolve(
    group.branches.map(branch => branch.match),
    reader,
    settings.audiences,
  )
  return 'branch' in match ? group.branches[match.branch]?.text : undefined
}

/**
 * Finds words in a text, longest first; abbreviations as they are written, others in any case, and in a
 * simple plural.
 */
export function wordFinder(
  words: Iterable<string>,
): (text: string) => readonly {at: number; found: string; word: string}[] {
  const byFolded = new Map([...words].map(word => [isAbbreviation(word) ? word : word.toLowerCase(), word]))
  const longest = [...byFolded.keys()].sort((left, right) => right.length - left.length)
  if (longest.length === 0) return () => []
  const choice = longest.map(word => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('|')
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}]-)(?:${choice})(?:s|es)?(?![\p{L}\p{N}]|-\p{L})`,
    'giu',
  )
  return text =>
    [...text.matchAll(pattern)].flatMap(match => {
      const [found] = match
      const stem = [found, found.replace(/e?s$/, ''), found.replace(/s$/, '')]
      const key = stem.flatMap(form => [form, form.toLowerCase()]).find(form => byFolded.has(form))
      const word = key === undefined ? undefined : byFolded.get(key)
      return word === undefined ? [] : [{at: match.index, found, word}]
    })
}

/** `HR` is no word that a sentence may begin with. */
function isAbbreviation(word: string): boolean {
  return /\p{Lu}[^\p{Ll}]*\p{Lu}/u.test(word)
}
