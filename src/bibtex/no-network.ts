/**
 * Stands in our bundle for the HTTP clients that the BibTeX library can fetch records with: reading a file needs no network, and
 * two clients would weigh more than the reader.
 */
export default function fetch(): never {
  throw new Error('References are read from files only')
}

export const Headers = globalThis.Headers
