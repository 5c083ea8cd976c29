/** The text of a generator, about so many characters long. */
export function generate(spec: object, size: number): string
