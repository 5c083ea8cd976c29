import {choose} from './choose.ts'

/** Every name that options can have: the compiler reports a missing one. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>

/**
 * Make sure that options hold nothing that would be ignored.
 *
 * @param options As a caller gave them.
 * @throws {RangeError} For an unknown name; the message suggests the nearest one and lists all of them.
 */
export function refuseUnknown<Options extends object>(options: Options, names: OptionNames<Options>): void {
  const known = Object.keys(names)
  for (const [name, value] of Object.entries(options)) if (value !== undefined) choose('option', name, known)
}
