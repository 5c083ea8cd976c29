declare module '*?script' {
  /** Minified, with all that it imports. */
  export const script: string
}
