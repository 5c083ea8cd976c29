/**
 * Writes the playground as a folder for any static server.
 *
 * @param out Its path; what is there is replaced.
 */
export function buildPlayground(out: string): void
