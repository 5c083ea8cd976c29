/** Id of a reference in the list. Named by key, so that links survive across variants. */
export function referenceId(key: string): string {
  return `ref-${solid(key)}`
}

/** Id of the place where a reference is cited for the `call`th time. */
export function citationId(key: string, call: number): string {
  return `cite-${solid(key)}-${call}`
}

export function footnoteId(number: number): string {
  return `fn-${number}`
}

export function footnoteCallId(number: number, call: number): string {
  return call === 1 ? `fnref-${number}` : `fnref-${number}-${call}`
}

export function termId(id: string): string {
  return `term-${solid(id)}`
}

/** Id of what opens above the page to explain a term. */
export function definitionId(id: string): string {
  return `definition-${solid(id)}`
}

/** URL of an element of the same page. */
export function hrefTo(id: string): string {
  return `#${encodeURIComponent(id)}`
}

/** An id must not hold blanks. @see https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute */
function solid(key: string): string {
  return key.replace(/\s+/g, '_')
}
