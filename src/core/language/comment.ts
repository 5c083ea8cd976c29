/** Whether raw HTML is a comment and nothing else. */
export function isComment(html: string): boolean {
  return /^<!--[\s\S]*-->\s*$/.test(html)
}
