/**
 * Whether a run of word characters and dashes may be meant as the name of a directive: `1000` in `adrenaline 1:1000[3]`
 * is a number, `-` in `:-[` a face.
 */
export function mayBeName(run: string): boolean {
  return /^-*[^-\p{N}]/u.test(run)
}
