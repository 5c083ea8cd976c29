const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789'].map((digit, value) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[value] ?? digit])),
  '-': '⁻',
  ',': ',',
  '(': '⁽',
  ')': '⁾',
  p: 'ᵖ',
}

/** Numbers as Unicode has them raised; in brackets where a character has no raised form. */
export function raise(text: string): string {
  const characters = [...text]
  return characters.every(character => character in raised)
    ? characters.map(character => raised[character]).join('')
    : `[${text}]`
}
