import type {ConfigInput} from './schema.ts'

export type AudienceInput = NonNullable<ConfigInput['audiences']>[number]

/** A configuration whose audiences are known to the type checker: any other id is a type error. */
export type Config<Id extends string = string> = Omit<
  ConfigInput,
  'audiences' | 'defaultAudience' | 'disclaimers'
> & {
  readonly audiences?: readonly (Omit<AudienceInput, 'id' | 'is' | 'fallback'> & {
    readonly id: Id
    readonly is?: NoInfer<Id>
    readonly fallback?: readonly NoInfer<Id>[]
  })[]
  readonly defaultAudience?: NoInfer<Id>
  readonly disclaimers?: string | {readonly [id in NoInfer<Id> | 'default']?: string}
}

/** Ids of the audiences that a configuration declares; those that are built in where it declares none. */
export type AudienceId<C> = C extends Config<infer Id> ? Id : 'clinician' | 'patient' | 'student'

/**
 * Types a configuration; gives back what it is given.
 *
 * @example
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
