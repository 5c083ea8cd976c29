/** An audience that a new project may begin with: those whose wording its article has. */
export type StarterAudience = 'clinician' | 'patient' | 'student'

/** Ids in the order of the configuration, and what each reader is asked. */
export const starterAudiences: Readonly<Record<StarterAudience, string>> = {
  clinician: 'I am a healthcare professional',
  patient: 'I am a patient or caregiver',
  student: 'I am a student',
}

/** What a new project is made from. */
export interface ProjectAnswers {
  /** Title of the site. */
  readonly title: string
  /** At least one, in the order of `starterAudiences`. */
  readonly audiences: readonly StarterAudience[]
  /** Name for `package.json`. */
  readonly name: string
  /** ISO date for the article. */
  readonly today: string
  /** Version of Parlance that the project asks for. */
  readonly version: string
}
