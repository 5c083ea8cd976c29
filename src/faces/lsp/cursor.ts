/**
 * What an author is writing at a place; `from` is the offset at which the word begins that is still being
 * typed.
 */
export type EditorCursor =
  | ({readonly kind: 'directive'; readonly colons: number; readonly atLineStart: boolean} & Typed)
  | ({readonly kind: 'label'; readonly directive: string} & Typed)
  | ({readonly kind: 'attribute'; readonly directive: string; readonly given: readonly string[]} & Typed)
  | ({
      readonly kind: 'value'
      readonly directive: string
      readonly attribute: string
      readonly written: string
    } & Typed)
  | ({readonly kind: 'anchor'; readonly page?: string} & Typed)
  | ({readonly kind: 'front-matter'; readonly key: string} & Typed)

interface Typed {
  readonly typed: string
  readonly from: number
}

const name = '[\\p{L}][\\p{L}\\p{N}_-]*'
const label = '\\[(?:[^[\\]]|\\[[^[\\]]*\\])*\\]'
const inAttributes = new RegExp(`:(${name})(?:${label})?\\{([^{}]*)$`, 'u')
const inLabel = new RegExp(`(?<![:\\\\]):(${name})\\[([^[\\]]*)$`, 'u')
const inLink = /\]\(([^\s()#?:]+\.md)?#([^\s()]*)$/iu
const inName = /(?<![\p{L}\p{N}:\\])(:+)([\p{L}\p{N}_-]*)$/u

/** Characters that are looked at before the cursor: no directive that is still being typed is longer. */
const scanWindow = 4000

/**
 * What is being typed at an offset. Half-typed text is no Markdown yet, so this looks at the characters
 * before the cursor only, back to the last blank line.
 */
export function cursorAt(text: string, offset: number): EditorCursor | undefined {
  const before = text.slice(Math.max(0, offset - scanWindow), offset)
  const frontMatter = frontMatterAt(text.slice(0, offset))
  if (frontMatter !== undefined) return inFrontMatter(frontMatter, offset)
  if (isInCode(text.slice(0, offset))) return undefined
  const paragraph = before.slice(before.search(/(?:\n[ \t]*\r?\n)(?![\s\S]*\n[ \t]*\r?\n)/) + 1)
  return (
    readAttributes(paragraph, offset) ??
    readLabel(paragraph, offset) ??
    readLink(paragraph, offset) ??
    readName(paragraph, offset)
  )
}

function readAttributes(before: string, offset: number): EditorCursor | undefined {
  const [, directive, written] = inAttributes.exec(before) ?? []
  if (directive === undefined || written === undefined) return undefined
  const value = /(?:^|\s)([\w-]+)=(?:"([^"]*)|'([^']*)|([^\s"']*))$/u.exec(written)
  if (value !== null) {
    const [, attribute = '', ...forms] = value
    const typed = forms.find(form => form !== undefined) ?? ''
    return {kind: 'value', directive, attribute, written: typed, ...lastWord(typed, offset)}
  }
  const id = /(?:^|\s)#([^\s#]*)$/u.exec(written)?.[1]
  if (id !== undefined)
    return {kind: 'value', directive, attribute: 'id', written: id, typed: id, from: offset - id.length}
  const typed = /(?:^|\s)([\w-]*)$/u.exec(written)?.[1]
  if (typed === undefined) return undefined
  const given = [...written.matchAll(/([\w-]+)=/gu)].map(([, attribute = '']) => attribute)
  return {kind: 'attribute', directive, given, typed, from: offset - typed.length}
}

function readLabel(before: string, offset: number): EditorCursor | undefined {
  const [, directive, written] = inLabel.exec(before) ?? []
  if (directive === undefined || written === undefined) return undefined
  const typed = written.trimStart()
  return {kind: 'label', directive, typed, from: offset - typed.length}
}

function readLink(before: string, offset: number): EditorCursor | undefined {
  const [, page, typed] = inLink.exec(before) ?? []
  if (typed === undefined) return undefined
  return {kind: 'anchor', typed, from: offset - typed.length, ...(page !== undefined && {page})}
}

function readName(before: string, offset: number): EditorCursor | undefined {
  const [, colons, typed] = inName.exec(before) ?? []
  if (colons === undefined || typed === undefined) return undefined
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const atLineStart = /^[\s>*+-]*$/.test(line.slice(0, line.length - colons.length - typed.length))
  return {kind: 'directive', colons: colons.length, atLineStart, typed, from: offset - typed.length}
}

/** What stands in front matter that is not closed yet. */
function frontMatterAt(before: string): string | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(before)
  if (opening === null) return undefined
  const rest = before.slice(opening[0].length)
  return /^---[ \t]*\r?$/m.test(rest) ? undefined : rest
}

function inFrontMatter(before: string, offset: number): EditorCursor {
  const keys = [...before.matchAll(/^([\w-]+):/gm)]
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const isKey = /^[\w-]*$/.test(line)
  return {kind: 'front-matter', key: isKey ? '' : (keys.at(-1)?.[1] ?? ''), ...lastWord(line, offset)}
}

function lastWord(written: string, offset: number): Typed {
  const typed = /[^\s[\],]*$/.exec(written)?.[0] ?? ''
  return {typed, from: offset - typed.length}
}

/** Whether a fence of code is open. */
function isInCode(before: string): boolean {
  let fence: string | undefined
  for (const [, opening = ''] of before.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (fence === undefined) fence = opening
    else if (opening.startsWith(fence)) fence = undefined
  }
  return fence !== undefined
}
