/**
 * Whether a URL must not reach an output. Allowed are relative URLs and `http`, `https`, `mailto`, `tel`;
 * blanks and control characters are passed over as browsers do.
 *
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser (step 1 strips them)
 */
export function isUnsafeUrl(url: string): boolean {
  const scheme = /^([^/?#:]*):/.exec(
    url.replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\u2028-\u202F\uFEFF]/g, ''),
  )?.[1]
  return scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme.toLowerCase())
}
