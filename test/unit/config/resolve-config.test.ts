import {describe, expect, test} from 'vitest'
import {ConfigError, defineConfig, resolveConfig} from '../../../src/index.ts'

/** All problems of a configuration, one a line. */
function problemsOf(config: unknown): readonly string[] {
  try {
    resolveConfig(config)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({path, message}) => `${path}: ${message}`)
  }
}

const nurse = {id: 'nurse', label: 'I am a nurse'}

test.each<[unknown, readonly string[]]>([
  [{}, []],
  [undefined, []],
  [{audience: []}, ['audience: unknown key: did you mean `audiences`? Allowed: ']],
  [{audiences: []}, ['audiences: must be ']],
  [{audiences: [{id: 'Nurse', label: 'N'}]}, ['audiences.0.id: must be a kebab-case name like `nurse`']],
  [{audiences: [{id: 'nurse'}]}, ['audiences.0.label: must be a text']],
  [{audiences: [nurse, nurse]}, ['audiences.1.id: `nurse` is declared twice']],
  [
    {audiences: [{...nurse, is: 'nurze'}]},
    ['audiences.0.is: unknown audience `nurze`: did you mean `nurse`?'],
  ],
  [{audiences: [{...nurse, is: 'nurse'}]}, ['audiences.0.is: `nurse` is its own ancestor']],
  [{audiences: [{...nurse, fallback: ['doctor']}]}, ['audiences.0.fallback.0: unknown audience `doctor`.']],
  [
    {audiences: [{...nurse, fallback: ['nurse']}]},
    ['audiences.0.fallback: `nurse` cannot stand in for itself'],
  ],
  [{audiences: [{id: 'when', label: 'W'}]}, ['audiences.0.id: `when` is taken by the language or the site']],
  [{audiences: [{...nurse, lable: 'x'}]}, ['audiences.0.lable: unknown key: did you mean `label`?']],
  [{defaultAudience: 'pateint'}, ['defaultAudience: unknown audience `pateint`: did you mean `patient`?']],
  [{disclaimers: {nobody: 'x'}}, ['disclaimers.nobody: unknown audience `nobody`.']],
  [
    {vars: {dose: {clinican: 'x'}}},
    ['vars.dose.clinican: unknown audience `clinican`: did you mean `clinician`?'],
  ],
  [{dimensions: {for: ['a']}}, ['dimensions.for: `for` is taken: choose another name']],
  [{dimensions: {patient: ['a']}}, ['dimensions.patient: `patient` is the id of an audience']],
  [
    {dimensions: {region: {values: ['us'], default: 'eu'}}},
    ['dimensions.region.default: unknown value `eu`'],
  ],
  [
    {rules: {'heading-orphand': 'off'}},
    ['rules.heading-orphand: unknown key: did you mean `heading-orphaned`?'],
  ],
  [
    {rules: {'heading-orphaned': 'none'}},
    ['rules.heading-orphaned: must be `off`, `info`, `warning` or `error`'],
  ],
  [
    {rules: {'never-shown': 'off'}},
    ['rules.never-shown: is a safety rule: it cannot be turned off or made milder'],
  ],
  [
    {site: {url: 'javascript:alert(1)'}},
    ['site.url: must be a URL that begins with `https://` or `http://`'],
  ],
  [{limits: {sourceBytes: 0}}, ['limits.sourceBytes: must be a number above 0']],
  [
    {locales: {es: {audiences: {pacient: {label: 'x'}}}}},
    ['locales.es.audiences.pacient: unknown audience `pacient`'],
  ],
  [
    {locales: {es: {labels: {saftey: 'x'}}}},
    ['locales.es.labels.saftey: unknown label: did you mean `safety`?'],
  ],
  [{locales: {es: {labels: {callouts: {note: 'Ojo'}}}}}, []],
  [{locale: 'not a locale'}, ['locale: must be a BCP 47 language tag']],
  [{locales: {'e!': {}}}, ['locales.e!: is no BCP 47']],
  [{citationStyle: 'chicago'}, ['citationStyle: unknown citation style `chicago`.']],
])('%j', (config, expected) => {
  const problems = problemsOf(config)
  expect(problems).toHaveLength(expected.length)
  for (const [index, start] of expected.entries()) expect(problems[index]).toContain(start)
})

test('all problems come at once, with the file', () => {
  const error = new ConfigError(
    [
      {path: 'a', message: 'is wrong'},
      {path: '', message: 'so is this'},
    ],
    'x.json',
  )
  expect(error.message).toBe('The configuration `x.json` cannot be used:\n  `a`: is wrong\n  so is this')
})

describe('what is left open has a default', () => {
  test('audiences, as the language says', () => {
    const {settings} = resolveConfig()
    expect(settings.audiences.ids).toEqual(['clinician', 'patient', 'student'])
    expect(settings.audiences.get('student')?.fallback).toEqual(['clinician'])
    expect(settings.audiences.get('patient')?.fallback).toEqual([])
    expect(settings.defaultAudience).toBeUndefined()
    expect(settings.citationStyle).toBe('numeric')
  })

  test('a resolved configuration is used as it is', () => {
    const resolved = resolveConfig({locale: 'es'})
    expect(resolveConfig(resolved)).toBe(resolved)
  })
})

describe('words by locale', () => {
  const label = (config: unknown, id: string, locale: string): string =>
    resolveConfig(config).settings.audienceWords(id, locale).label

  test.each([
    [{}, 'patient', 'en', 'I am a patient or caregiver'],
    [{}, 'patient', 'es-MX', 'Soy paciente o cuidador'],
    [{}, 'patient', 'fi', 'I am a patient or caregiver'],
    [{audiences: [{id: 'patient', label: 'Own'}]}, 'patient', 'es', 'Own'],
    [{locales: {es: {audiences: {patient: {label: 'Paciente'}}}}}, 'patient', 'es-MX', 'Paciente'],
    [
      {
        locales: {
          es: {audiences: {patient: {label: 'Paciente'}}},
          'es-MX': {audiences: {patient: {label: 'MX'}}},
        },
      },
      'patient',
      'es-MX',
      'MX',
    ],
  ])('%j: %s in %s', (config, id, locale, want) => {
    expect(label(config, id, locale)).toBe(want)
  })

  test('labels fall back to the language, then to English', () => {
    const config = defineConfig({
      locales: {fi: {labels: {references: 'Viitteet', callouts: {note: 'Huomio'}}}},
    })
    const {labels} = resolveConfig(config).settings
    expect(labels('fi').references).toBe('Viitteet')
    expect(labels('fi').callouts).toMatchObject({note: 'Huomio', tip: 'Tip'})
    expect(labels('es').references).toBe('Referencias')
    expect(labels('fi').glossary).toBe('Glossary')
  })
})
