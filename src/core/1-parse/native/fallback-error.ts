/** A document is left to the reference parser: what it holds may be read in another way by the native one. */
export class FallbackError extends Error {
  override readonly name = 'Doubt'

  /** @param what The construct, for those who count. */
  constructor(readonly what: string) {
    super(what)
  }
}
