/** A style or a locale that cannot be used. The message says what was found and what to bring instead. */
export class CslError extends Error {
  /** Always `CslError`. */
  override readonly name = 'CslError'
}
