// markdownlint-cli2 has no types of its own: what tests call.
declare module 'markdownlint-cli2' {
  export function main(parameters: {
    readonly argv: readonly string[]
    readonly directory: string
    readonly logMessage?: (message: string) => void
    readonly logError?: (message: string) => void
  }): Promise<number>
}
