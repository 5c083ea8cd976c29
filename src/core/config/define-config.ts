import type {ConfigInput} from './schema.ts'

export type AudienceInput = NonNullable<ConfigInput['audiences']>[number]

/** A configuration whose audiences are known to the type checker: any other id is a type error. */
export type Config<Id extends string = string> = Omit<
  ConfigInput,
  'audiences' | 'defaultAudience' | 'disclaimers'
> & {
  /** Who reads. Default: clinician, patient and student. */
  readonly audiences?: readonly (Omit<AudienceInput, 'id' | 'is' | 'fallback'> & {
    /** Kebab-case name in sources, addresses and file names. */
    readonly id: Id
    /** Parent: this audience gets all that is marked for it. */
    readonly is?: NoInfer<Id>
    /** Audiences whose wording may stand in within a group, in order. Default: none. */
    readonly fallback?: readonly NoInfer<Id>[]
  })[]
  /** Audience of a reader who has not answered. Default: none, the reader is asked. */
  readonly defaultAudience?: NoInfer<Id>
  /** Closing disclaimer: one for all, or by audience id. Default: the audience’s own. */
  readonly disclaimers?: string | {readonly [id in NoInfer<Id> | 'default']?: string}
}

/** Ids of the audiences that a configuration declares; those that are built in where it declares none. */
export type AudienceId<C> = C extends Config<infer Id> ? Id : 'clinician' | 'patient' | 'student'

/**
 * Types a configuration; gives back what it is given.
 *
 * @param config As it stands in `parlance.config.ts`. `resolveConfig` checks it.
 * @returns The same object.
 * @example
 * import {defineConfig} from 'parlance-md'
 *
 * export default defineConfig({
 *   audiences: [{id: 'nurse', label: 'I am a nurse'}, {id: 'patient', label: 'I am a patient'}],
 *   defaultAudience: 'patient',
 * })
 */
export function defineConfig<const Id extends string = 'clinician' | 'patient' | 'student'>(
  config: Config<Id>,
): Config<Id> {
  return config
}
