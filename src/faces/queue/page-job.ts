import type {Format} from '../../internal.ts'

/**
 * What a worker is asked for: it names a page and what it must be made of, and holds neither text nor code.
 */
export interface PageJob {
  /** Path of the source from the project's folder. */
  readonly path: string
  /** Names the engine, all that every page depends on, and what is asked for. */
  readonly stamp: string
  /** Names that, the path and the source. */
  readonly key: string
  readonly audiences?: readonly string[]
  readonly formats?: readonly Format[]
}

/** What a worker says of a page that it made. */
export interface PageMade {
  readonly key: string
  readonly name: string
}

/** Begins all keys of queues in Redis. */
export const queuePrefix = 'parlance'

/** Times that a page is tried which a worker fails to render. */
export const attempts = 3

/** Milliseconds before the first new try; doubled each time. */
export const firstBackoff = 200

/** Times that a page is offered to workers that have other sources than the build. */
export const offers = 10

/** Seconds after which a worker that says nothing is taken for dead, and its pages are given to another. */
export const silence = 10

/** Times that a page may lose its worker. */
export const losses = 2
