declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /**
       * @returns CSL-JSON items.
       * @throws {Error} For a text that is not of the forced type.
       */
      chain(text: string, options: {readonly forceType: string; readonly generateGraph: boolean}): unknown
    }
  }
}

declare module '@citation-js/plugin-bibtex'
