import {isUnsafeUrl} from '../../language/index.ts'

/** A URL as one unbroken word; nothing for one that must not reach an output. */
export function printedUrl(url: string): string {
  return isUnsafeUrl(url) ? '' : url.replace(/[\s<>]/g, character => encodeURIComponent(character))
}
