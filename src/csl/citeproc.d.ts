declare module 'citeproc' {
  interface CiteprocSystem {
    /** XML of a locale; anything falsy where there is none. */
    retrieveLocale(language: string): string | undefined
    /** A CSL-JSON item, which the engine may change. */
    retrieveItem(id: string): object
    /** Called with the text of each cite in a cluster. */
    wrapCitationEntry?(text: string, id: string): string
  }

  interface CiteprocCitation {
    readonly citationID: string
    readonly citationItems: readonly {
      readonly id: string
      readonly locator?: string
      readonly label?: string
    }[]
    readonly properties: {readonly noteIndex: number}
  }

  class Engine {
    constructor(system: CiteprocSystem, style: string, language?: string, forceLanguage?: boolean)
    readonly opt: {readonly development_extensions: {apply_citation_wrapper: boolean}}
    setOutputFormat(name: string): void
    updateItems(ids: readonly string[]): void
    makeCitationCluster(
      items: readonly {readonly id: string; readonly locator?: string; readonly label?: string}[],
    ): string
    rebuildProcessorState(
      citations: readonly CiteprocCitation[],
      mode: string,
    ): readonly (readonly [string, number, string])[]
    makeBibliography():
      | false
      | readonly [{readonly entry_ids: readonly (readonly string[])[]}, readonly string[]]
  }

  const CSL: {
    readonly Engine: typeof Engine
    readonly Output: {readonly Formats: Record<string, Record<string, unknown>>}
  }
  export default CSL
}
