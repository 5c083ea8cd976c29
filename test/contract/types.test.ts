import {expect, expectTypeOf, test} from 'vitest'
import {
  type AudienceId,
  type CheckReport,
  compile,
  type Document,
  defineConfig,
  type Message,
  type Rendering,
  render,
} from '../../src/index.ts'

// Checked by `tsc`, which another test runs; each line that must not compile says so.

const config = defineConfig({
  audiences: [
    {id: 'nurse', label: 'I am a nurse', fallback: ['patient']},
    {id: 'patient', label: 'I am a patient', is: 'nurse'},
  ],
  defaultAudience: 'patient',
  disclaimers: {nurse: 'For nurses.', default: 'For all.'},
})

test('`defineConfig` knows its audiences', () => {
  expectTypeOf<AudienceId<typeof config>>().toEqualTypeOf<'nurse' | 'patient'>()
  // @ts-expect-error: no such audience
  defineConfig({audiences: [{id: 'nurse', label: 'N'}], defaultAudience: 'nurze'})
  // @ts-expect-error: no such audience
  defineConfig({audiences: [{id: 'nurse', label: 'N', fallback: ['patient']}]})
  // @ts-expect-error: no such audience
  defineConfig({audiences: [{id: 'nurse', label: 'N'}], disclaimers: {patient: 'x'}})
  // @ts-expect-error: no such key
  defineConfig({audience: []})
})

test('without audiences the built-in ones are meant', () => {
  const plain = defineConfig({citationStyle: 'numeric'})
  expectTypeOf<AudienceId<typeof plain>>().toEqualTypeOf<'clinician' | 'patient' | 'student'>()
  defineConfig({defaultAudience: 'patient'})
  // @ts-expect-error: no such audience
  defineConfig({defaultAudience: 'nurse'})
})

test('the verbs', () => {
  const document = compile('Text.', {config})
  expectTypeOf(document).toEqualTypeOf<Document>()
  expectTypeOf(document.messages).toEqualTypeOf<readonly Message[]>()
  expectTypeOf(render(document, {audience: 'nurse'})).toEqualTypeOf<Rendering>()
  expectTypeOf<CheckReport['messages']>().toEqualTypeOf<readonly Message[]>()
  expect(() => {
    // @ts-expect-error: a document is never changed
    document.messages = []
  }).toThrow(TypeError)
  // @ts-expect-error: an audience is required
  const incomplete: Parameters<typeof render>[1] = {format: 'text'}
  expectTypeOf(incomplete).not.toBeAny()
})
