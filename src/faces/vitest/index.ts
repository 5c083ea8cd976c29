import {expect} from 'vitest'
import type {Severity} from '../../internal.ts'
import * as matchers from './matchers.ts'

export type {Severity} from '../../internal.ts'
export {compileContent} from './compile-content.ts'
export type {TestInputs} from './note-inputs.ts'
export type {ProjectOption} from './open-content.ts'
export {type SnapshotOptions, snapshotContent} from './snapshot-content.ts'

expect.extend({...matchers})

declare module 'vitest' {
  interface Matchers<T> {
    /** The page serves the audience and has no errors. */
    toRenderFor(audience: string): void
    /** A check of every variant finds nothing of this severity or a worse one; default: nothing at all. */
    toHaveNoMessages(least?: Severity): void
    /** The variant cites these works, all of them, in the order of their numbers. */
    toCiteInOrder(audience: string, keys: readonly string[]): void
    /** The variant needs no higher US school grade, by the median of six formulas; for pages in English. */
    toReadAtOrBelowGrade(audience: string, grade: number): void
    /**
     * Use it with `not`: no text for the one reader stands where the other can see it; in `output`, where
     * that is given.
     */
    toLeakFrom(audience: string, into: string, output?: string): void
  }
}
