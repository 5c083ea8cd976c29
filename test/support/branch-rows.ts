import {AudienceTable, type BranchMatch, type Match} from '../../src/core/language/index.ts'

export const audiences = new AudienceTable([
  {id: 'clinician', label: 'Clinician', fallback: []},
  {id: 'nurse', label: 'Nurse', is: 'clinician', fallback: ['student']},
  {id: 'midwife', label: 'Midwife', is: 'nurse', fallback: []},
  {id: 'patient', label: 'Patient', fallback: []},
  {id: 'student', label: 'Student', fallback: ['nurse', 'patient']},
])

const otherwise: BranchMatch = {audiences: undefined, dimensions: new Map(), otherwise: true}
const branch = (ids: string | undefined, dimensions: Record<string, string> = {}): BranchMatch => ({
  audiences: ids?.split(' '),
  dimensions: new Map(Object.entries(dimensions).map(([name, values]) => [name, new Set(values.split(' '))])),
  otherwise: false,
})

interface Row {
  readonly why: string
  readonly who: string
  readonly region?: string
  readonly branches: readonly BranchMatch[]
  readonly want: Match
}

/** Which branch of a group a reader gets, and by which rule. */
export const branchRows: readonly Row[] = [
  {
    why: 'the exact id',
    who: 'patient',
    branches: [branch('clinician'), branch('patient'), otherwise],
    want: {via: 'own', branch: 1},
  },
  {
    why: 'the exact id before its parent',
    who: 'nurse',
    branches: [branch('clinician'), branch('nurse')],
    want: {via: 'own', branch: 1},
  },
  {
    why: 'the nearest parent',
    who: 'midwife',
    branches: [branch('clinician'), branch('nurse')],
    want: {via: 'parent', branch: 1},
  },
  {
    why: 'a parent before a fallback',
    who: 'nurse',
    branches: [branch('student'), branch('clinician')],
    want: {via: 'parent', branch: 1},
  },
  {
    why: 'the fallback chain in its order',
    who: 'student',
    branches: [branch('patient'), branch('nurse')],
    want: {via: 'fallback', branch: 1, from: 'nurse'},
  },
  {
    why: 'a fallback by its parent',
    who: 'student',
    branches: [branch('clinician'), branch('patient')],
    want: {via: 'fallback', branch: 0, from: 'nurse'},
  },
  {
    why: 'a fallback before otherwise',
    who: 'student',
    branches: [otherwise, branch('patient')],
    want: {via: 'fallback', branch: 1, from: 'patient'},
  },
  {
    why: 'no fallback of a fallback',
    who: 'student',
    branches: [branch('student x')],
    want: {via: 'own', branch: 0},
  },
  {
    why: 'no fallback for patients',
    who: 'patient',
    branches: [branch('clinician'), branch('student')],
    want: {via: 'missing'},
  },
  {
    why: 'otherwise',
    who: 'patient',
    branches: [branch('clinician'), otherwise],
    want: {via: 'default', branch: 1},
  },
  {why: 'nothing', who: 'patient', branches: [], want: {via: 'missing'}},
  {
    why: 'a tie',
    who: 'patient',
    branches: [branch('patient'), branch('clinician patient')],
    want: {via: 'overlap', branches: [0, 1]},
  },
  {
    why: 'two defaults',
    who: 'patient',
    branches: [otherwise, otherwise],
    want: {via: 'overlap', branches: [0, 1]},
  },
  {
    why: 'more dimensions win',
    who: 'patient',
    region: 'us',
    branches: [branch('patient'), branch('patient', {region: 'us'})],
    want: {via: 'own', branch: 1},
  },
  {
    why: 'another region',
    who: 'patient',
    region: 'eu',
    branches: [branch('patient'), branch('patient', {region: 'us'})],
    want: {via: 'own', branch: 0},
  },
  {
    why: 'dimensions alone fit anyone',
    who: 'patient',
    region: 'us',
    branches: [branch(undefined, {region: 'us'}), otherwise],
    want: {via: 'own', branch: 0},
  },
  {
    why: 'an exact id before dimensions alone',
    who: 'patient',
    region: 'us',
    branches: [branch(undefined, {region: 'us'}), branch('patient')],
    want: {via: 'own', branch: 1},
  },
  {
    why: 'no region named',
    who: 'patient',
    branches: [branch(undefined, {region: 'us'}), otherwise],
    want: {via: 'default', branch: 1},
  },
  {
    why: 'a parent’s parent',
    who: 'midwife',
    branches: [branch('patient'), branch('clinician')],
    want: {via: 'parent', branch: 1},
  },
  {
    why: 'otherwise, for a reader who is not declared',
    who: 'stranger',
    branches: [branch('clinician'), otherwise],
    want: {via: 'default', branch: 1},
  },
  {
    why: 'a tie between regions',
    who: 'patient',
    region: 'us',
    branches: [branch(undefined, {region: 'us'}), branch(undefined, {region: 'us eu'}), otherwise],
    want: {via: 'overlap', branches: [0, 1]},
  },
  {
    why: 'a tie of a fallback',
    who: 'student',
    branches: [branch('nurse'), branch('nurse'), otherwise],
    want: {via: 'overlap', branches: [0, 1]},
  },
  {
    why: 'otherwise in a region before otherwise elsewhere',
    who: 'patient',
    region: 'us',
    branches: [{...otherwise, dimensions: new Map([['region', new Set(['eu'])]])}, otherwise],
    want: {via: 'default', branch: 1},
  },
]
