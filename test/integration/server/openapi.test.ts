import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {Validator} from '@seriousme/openapi-schema-validator'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Served, startServe} from '../../support/serve.ts'
import {folderForAll, writeIn} from '../../support/temporary.ts'
import {smallProject} from './project.ts'

const folder = folderForAll(smallProject)
let served: Served
let description: Description
beforeAll(async () => {
  served = await startServe(folder)
  description = (await (await served.get('/openapi.json')).json()) as Description
})
afterAll(() => served.stop('SIGKILL'))

interface Operation {
  readonly responses: object
  readonly parameters?: readonly {readonly name: string}[]
}

interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly [key: string]: unknown
}

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const {valid, errors} = await validator.validate(structuredClone(description))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(description.openapi).toBe('3.1.0')
})

test('it has every route, its choices and its problems', () => {
  expect(
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    ),
  ).toEqual([
    'get /v1/audiences',
    'get /v1/articles',
    'get /v1/articles/{slug}',
    'post /v1/render',
    'post /v1/check',
    'get /openapi.json',
    'get /docs',
    'get /docs/rules/{id}',
    'get /healthz',
    'get /readyz',
    'get /metrics',
    'get /{path}',
  ])
  const variant = description.paths['/v1/articles/{slug}']?.get
  expect(Object.keys(variant?.responses ?? {})).toEqual([
    '200',
    '304',
    '400',
    '401',
    '404',
    '406',
    '422',
    '500',
    '503',
  ])
  const parameters = new Map(variant?.parameters?.map(({name, ...rest}) => [name, rest]))
  expect(parameters.get('audience')).toMatchObject({
    in: 'query',
    required: true,
    schema: {enum: ['clinician', 'patient', 'student']},
  })
  expect(parameters.get('region')).toMatchObject({
    required: false,
    schema: {enum: ['us', 'eu'], default: 'us'},
  })
})

/** The client that `openapi-typescript` makes, in the hands of `openapi-fetch`: type-checked, and run. */
test('a client that is generated from it fetches a variant', () => {
  const modules = join(import.meta.dirname, '../../../node_modules')
  const run = (file: string, ...args: string[]): string =>
    execFileSync(process.execPath, [file, ...args], {cwd: folder, encoding: 'utf8', stdio: 'pipe'})
  const compileOnly = (file: string): string => {
    const compilerOptions = {
      strict: true,
      skipLibCheck: true,
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2022', 'dom'],
      types: [],
    }
    writeIn(folder, 'tsconfig.json', JSON.stringify({compilerOptions, files: [file]}))
    return run(join(modules, 'typescript/bin/tsc'))
  }
  writeIn(folder, 'package.json', '{"type": "module"}')
  writeIn(folder, 'openapi.json', JSON.stringify(description))
  run(
    join(modules, 'openapi-typescript/bin/cli.js'),
    'openapi.json',
    '-o',
    'api.d.ts',
    '--default-non-nullable',
    'false',
  )
  const start = `import createClient from ${JSON.stringify(join(modules, 'openapi-fetch/dist/index.mjs'))}
import type {paths} from './api.js'
const client = createClient<paths>({baseUrl: ${JSON.stringify(served.url)}})
`
  writeIn(
    folder,
    'client.ts',
    `${start}
const {data: choices} = await client.GET('/v1/audiences')
const say = (value: unknown): void => console.log(JSON.stringify(value))
say(choices?.audiences.map(({id}) => id))
const {data} = await client.GET('/v1/articles/{slug}', {
  params: {path: {slug: 'dose'}, query: {audience: 'patient', format: 'text'}},
  headers: {accept: 'text/plain'},
  parseAs: 'text',
})
say(data)
const {error} = await client.GET('/v1/articles/{slug}', {params: {path: {slug: 'none'}, query: {audience: 'patient'}}})
say(error?.detail)
const {data: rendered} = await client.POST('/v1/render', {body: {source: 'Hi.', audience: 'patient', format: 'text'}})
say(rendered?.value)
`,
  )
  writeIn(
    folder,
    'wrong.ts',
    `${start}
await client.GET('/v1/articles/{slug}', {params: {path: {slug: 'dose'}, query: {audience: 'nurse'}}})
`,
  )
  compileOnly('client.ts')
  expect(() => compileOnly('wrong.ts')).toThrow()
  const said = run('client.js')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(said).toEqual([
    ['clinician', 'patient', 'student'],
    expect.stringContaining('See hypertension') as unknown,
    'There is no page `none`.',
    'Hi.\n',
  ])
})
