/** The part of citeproc-js that we use; the package has no types. */
declare module 'citeproc' {
  export interface CiteprocItem {
    readonly id: string
    readonly [variable: string]: unknown
  }

  export interface CiteprocCite {
    readonly id: string
    readonly locator?: string
    readonly label?: string
    readonly suffix?: string
  }

  export interface CiteprocCitation {
    readonly citationID: string
    readonly citationItems: CiteprocCite[]
    readonly properties: {readonly noteIndex: number}
  }

  /** A piece of the output queue, as functions of an output format get it. */
  export interface CiteprocBlob {
    readonly params?: {readonly itemData: CiteprocItem; readonly variableNames: readonly string[]}
    readonly item_id?: string
    readonly system_id?: string
  }

  export type Decoration = (this: CiteprocBlob, state: unknown, text: string) => string

  export interface CiteprocSystem {
    retrieveLocale(lang: string): unknown
    retrieveItem(id: string): CiteprocItem
    variableWrapper?(): string
    wrapCitationEntry?(): string
  }

  class Engine {
    constructor(system: CiteprocSystem, style: unknown, lang: string)
    readonly fun: {decorate: Record<string, unknown>}
    readonly opt: {
      readonly development_extensions: Record<string, boolean>
    }
    readonly citation: {
      readonly opt: {readonly layout_prefix: string; readonly layout_suffix: string}
    }
    readonly registry: {
      readonly registry: Record<string, {readonly sortkeys?: readonly string[]; readonly seq: number}>
      readonly sorter: {
        compareKeys(
          left: {readonly sortkeys: readonly string[]; readonly seq: number},
          right: {readonly sortkeys: readonly string[]; readonly seq: number},
        ): number
      }
    }
    setOutputFormat(mode: string): void
    updateItems(ids: readonly string[]): readonly string[]
    makeBibliography(): [unknown, readonly string[]] | false
    makeCitationCluster(cites: readonly CiteprocCite[]): string
    rebuildProcessorState(
      citations: readonly CiteprocCitation[],
      mode: string,
      uncited: readonly string[],
    ): readonly (readonly [id: string, note: number, text: string])[]
    getTerm(term: string, form?: string): string | undefined
  }

  const CSL: {readonly Engine: typeof Engine}
  export default CSL
}
