/** Where a link within the project leads. */
export interface LinkedPlace {
  /** Id without `#`; empty: the page as a whole. */
  readonly target: string
  /** Path of another page's source, from the content root; absent: this page. */
  readonly page?: string
}

/** The part of a URL behind its `#`, as an author reads it. */
export function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target // not percent-encoded after all: an id may hold a `%`
  }
}
