import type {NativeParser} from '../../internal.ts'

/** Not known to the compiler: its types add nodes to mdast that the reference parser never makes. */
const satteri: string = 'satteri'

/** What is used of it. */
interface Satteri {
  readonly markdownToMdast: (
    markdown: string,
    options: {readonly features: Readonly<Record<string, boolean>>},
  ) => ReturnType<NativeParser>
}

/**
 * The parser that reads Markdown faster than the reference, where it is installed: `satteri`, an optional
 * dependency with a binary for most platforms.
 *
 * @returns `undefined` where it is not installed, or not for this platform.
 * @see https://satteri.bruits.org/
 */
export async function loadNativeParser(): Promise<NativeParser | undefined> {
  try {
    const {markdownToMdast} = (await import(satteri)) as Satteri // its own types: see above
    const features = {directive: true, gfm: true, frontmatter: true}
    const parse: NativeParser = markdown => markdownToMdast(markdown, {features})
    parse('') // a binary that does not fit says so now
    return parse
  } catch {
    return undefined
  }
}
