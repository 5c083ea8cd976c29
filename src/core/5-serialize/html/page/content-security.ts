import {sha256} from '@noble/hashes/sha2.js'
import {utf8ToBytes} from '@noble/hashes/utils.js'

/**
 * The policy of a page that holds its style and script itself: only these run, only images are loaded, only
 * pages of the same site are fetched.
 *
 * @param style CSS of the page's `<style>`.
 * @param script JavaScript of its `<script>`, where it has one.
 * @see https://www.w3.org/TR/CSP3/#framework-directive-source-list
 */
export function contentSecurity(style: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`, "connect-src 'self'"]),
    "img-src 'self' https: http: data:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

function hashOf(source: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(source))))}`
}
