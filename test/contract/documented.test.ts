import {spawnSync} from 'node:child_process'
import {readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'
import {describe, expect, test} from 'vitest'
import {folderWith} from '../support/temporary.ts'

const root = join(import.meta.dirname, '../..')
const {entryPoints} = JSON.parse(readFileSync(join(root, 'typedoc.json'), 'utf8')) as {entryPoints: string[]}
const {options} = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  root,
)

const program = ts.createProgram(
  entryPoints.map(file => join(root, file)),
  options,
)
const checker = program.getTypeChecker()

/** What programs import, by `entry: name`. */
const exported = entryPoints.flatMap(entry => {
  const file = program.getSourceFile(join(root, entry))
  const module = file && checker.getSymbolAtLocation(file)
  if (module === undefined) throw new Error(`${entry} exports nothing`)
  return checker.getExportsOfModule(module).map(symbol => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return {name: `${entry}: ${symbol.name}`, target}
  })
})

const functions = exported.flatMap(({name, target}) => {
  const declaration = target.declarations?.find(ts.isFunctionDeclaration)
  return declaration ? [{name, declaration, target}] : []
})

/** Names of parameters; one that is taken apart is called `options`, `config` or `project` in the docs. */
function undocumented({declaration, target}: (typeof functions)[number]): readonly string[] {
  const named = target
    .getJsDocTags(checker)
    .flatMap(({name, text}) =>
      name === 'param' ? [text?.find(({kind}) => kind === 'parameterName')?.text] : [],
    )
  const missing = declaration.parameters.flatMap(({name}) =>
    ts.isIdentifier(name) && name.text !== 'this' && !named.includes(name.text) ? [name.text] : [],
  )
  const apart = declaration.parameters.filter(({name}) => !ts.isIdentifier(name)).length
  if (new Set(named).size < named.length) return ['one of two that have the same name']
  return named.length < declaration.parameters.length && apart > 0 ? [...missing, 'an object'] : missing
}

describe('documentation of what programs import', () => {
  test('typedoc finds a text for every export and field, and every link', () => {
    const cli = join(root, 'node_modules/typedoc/bin/typedoc')
    const {stdout, stderr, status} = spawnSync(process.execPath, [cli, '--emit', 'none'], {
      cwd: root,
      encoding: 'utf8',
      env: {...process.env, NO_COLOR: '1'},
    })
    expect({output: `${stdout}${stderr}`.replace(/^\[info\].*\n/gm, ''), status}).toEqual({
      output: '',
      status: 0,
    })
  })

  test('every parameter has a text', () => {
    expect(functions.length).toBeGreaterThan(50)
    const missing = functions.flatMap(each => undocumented(each).map(name => `${each.name}(${name})`))
    expect(missing).toEqual([])
  })

  test('every option that may be absent says what holds then', () => {
    const options = exported.filter(({name, target}) => /Options?$/.test(name) && target.declarations)
    expect(options.length).toBeGreaterThan(15)
    const silent = options.flatMap(({name, target}) =>
      checker
        .getDeclaredTypeOfSymbol(target)
        .getProperties()
        .filter(({flags}) => flags & ts.SymbolFlags.Optional)
        .filter(field => !/default/i.test(textOf(field)))
        .map(field => `${name}.${field.name}`),
    )
    expect(silent).toEqual([])
  })

  test('the verbs have examples that are right by their types', () => {
    const examples = exported.flatMap(({name, target}) =>
      target
        .getJsDocTags(checker)
        .flatMap(tag => (tag.name === 'example' ? [{name, text: ts.displayPartsToString(tag.text)}] : [])),
    )
    const verbs = [
      'compile',
      'render',
      'renderTree',
      'check',
      'readability',
      'explainVariant',
      'compareTexts',
      'findLeaks',
      'assertNoLeak',
      'defineConfig',
      'loadProject',
      'buildProject',
      'checkProject',
      'watchProject',
      'createApp',
      'startServer',
      'readBibtex',
      'cslStyle',
      'remarkParlance',
      'parlance',
      'parlancePlugin',
      'parlanceLoader',
      'compileContent',
      'snapshotContent',
    ]
    expect(verbs.filter(verb => !examples.some(({name}) => name.endsWith(`: ${verb}`)))).toEqual([])
    const files = Object.fromEntries(
      examples.map(({text}, index) => [`example-${index}.ts`, text.replace(/^```\w*\n|\n```$/g, '')]),
    )
    const folder = folderWith({...files, 'package.json': '{"type": "module"}'})
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
    const paths = Object.fromEntries(
      Object.entries(exportsOf()).map(([name, file]) => [name, [join(root, file)]]),
    )
    const checked = ts.createProgram(
      Object.keys(files).map(file => join(folder, file)),
      {...options, paths, noUnusedLocals: false},
    )
    const problems = Object.keys(files).flatMap((file, index) => {
      const source = checked.getSourceFile(join(folder, file))
      return [...checked.getSyntacticDiagnostics(source), ...checked.getSemanticDiagnostics(source)].map(
        ({messageText}) => `${examples[index]?.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      )
    })
    expect(problems).toEqual([])
  })
})

/** Text and tags of a field. */
function textOf(field: ts.Symbol): string {
  const tags = field.getJsDocTags(checker).map(({name, text}) => `${name} ${ts.displayPartsToString(text)}`)
  return [ts.displayPartsToString(field.getDocumentationComment(checker)), ...tags].join('\n')
}

/** Types of the entries, by what a program imports. */
function exportsOf(): Readonly<Record<string, string>> {
  const {name, exports} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.fromEntries(
    Object.entries<string | {types: string}>(exports).flatMap(([path, target]) =>
      typeof target === 'string' ? [] : [[path.replace('.', name), target.types]],
    ),
  )
}
