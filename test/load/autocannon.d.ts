/** As far as it is used here; the package brings no types. */
declare module 'autocannon' {
  export interface Request {
    readonly method?: string
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  }

  export interface Result {
    readonly errors: number
    readonly timeouts: number
    readonly non2xx: number
    readonly duration: number
    readonly requests: {readonly total: number}
    readonly latency: {readonly p50: number; readonly p99: number; readonly max: number}
    readonly statusCodeStats: Readonly<Record<string, {readonly count: number}>>
  }

  export default function autocannon(options: {
    readonly url: string
    readonly connections: number
    readonly amount: number
    readonly timeout?: number
    readonly requests: readonly Request[]
  }): Promise<Result>
}
