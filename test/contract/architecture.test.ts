import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, posix, resolve} from 'node:path'
import ts from 'typescript'
import {describe, expect, test} from 'vitest'

const root = resolve(import.meta.dirname, '../../src')
const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))
  .sort()

interface Import {
  readonly from: string
  /** Path below `src` for a file of this repository, else the specifier. */
  readonly to: string
  readonly own: boolean
  readonly typeOnly: boolean
}

const imports: readonly Import[] = files.flatMap(from => {
  const source = readFileSync(join(root, from), 'utf8')
  return [
    ...source.matchAll(
      /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
    ),
  ].map(([, type, named, dynamic]): Import => {
    const specifier = named ?? dynamic ?? ''
    const own = specifier.startsWith('.')
    const to = own ? posix.join(dirname(from), specifier) : specifier
    return {from, to, own, typeOnly: type !== undefined}
  })
})

/** Rows of the tables of `src/README.md`, cells without their code marks. */
const rows = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
const named = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => name)

const layers = rows
  .filter(row => row.length === 4)
  .map(([layer = '', , may = '', node]) => ({
    layer: named(layer)[0] ?? '',
    may: named(may),
    node: node === 'yes',
  }))
const packages = rows
  .filter(row => row.length === 2)
  .map(([names = '', folders = '']) => ({names: named(names), folders: named(folders)}))

const isIn = (path: string, layer: string): boolean =>
  path === layer || (layer.endsWith('/') && path.startsWith(layer))
const layerOf = (file: string) =>
  layers
    .filter(({layer}) => isIn(file, layer))
    .sort((left, right) => right.layer.length - left.layer.length)[0]
/** `faces/server` for a file of either of its layers. */
const folderOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('project/') ? 1 : 2)
    .join('/')
const show = ({from, to}: Import): string => `${from} -> ${to}`

test('the scan sees the imports, and the table is read', () => {
  expect(imports.map(show)).toContain('api/variant.ts -> core/3-select/select.ts')
  expect(layers.length).toBeGreaterThan(30)
  expect(packages.length).toBe(4)
})

test('every file belongs to a layer, and every layer has files', () => {
  expect(files.filter(file => layerOf(file) === undefined)).toEqual([])
  expect(layers.filter(({layer}) => !files.some(file => isIn(file, layer)))).toEqual([])
})

test('src has at most twelve entries', () => {
  expect(readdirSync(root).length).toBeLessThanOrEqual(12)
})

test.each(layers)('$layer imports only what the table allows', ({layer, may}) => {
  const wrong = imports.filter(
    ({from, to, own}) =>
      own &&
      layerOf(from)?.layer === layer &&
      layerOf(to)?.layer !== layer &&
      !may.some(allowed => isIn(to, allowed)),
  )
  expect(wrong.map(show)).toEqual([])
})

test('project, adapters and faces are imported through their index', () => {
  const closed = /^(?:adapters|project|faces)\//
  const wrong = imports.filter(({from, to, own}) => {
    const target = layerOf(to)?.layer
    const sameFace = folderOf(from) === folderOf(to)
    return own && closed.test(to) && !sameFace && to !== `${target}index.ts`
  })
  expect(wrong.map(show)).toEqual([])
})

test('only layers for Node import from node:', () => {
  const wrong = imports.filter(({from, to}) => to.startsWith('node:') && layerOf(from)?.node !== true)
  expect(wrong.map(show)).toEqual([])
})

test.each(packages)('$names stay in $folders', ({names, folders}) => {
  const matches = (specifier: string): boolean =>
    names.some(name =>
      name.endsWith('*')
        ? specifier.startsWith(name.slice(0, -1))
        : specifier === name || specifier.startsWith(`${name}/`),
    )
  const wrong = imports.filter(
    ({from, to, own, typeOnly}) =>
      !own && !typeOnly && matches(to) && !folders.some(folder => isIn(from, folder)),
  )
  expect(wrong.map(show)).toEqual([])
})

test('no two files import each other, over any number of steps', () => {
  const edges = new Map<string, string[]>()
  for (const {from, to, own} of imports) if (own) edges.set(from, [...(edges.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (path.includes(file) || done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

describe('the core', () => {
  const core = files.filter(file =>
    /^(?:core|checks|api)\/|^index\.ts$|^adapters\/(?:bibtex|csl)\//.test(file),
  )

  test('reads no clock and no randomness', () => {
    const impure = /\bDate\.now\b|new Date\(\)|Math\.random|randomUUID|performance\.now/
    expect(core.filter(file => impure.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  test('keeps no state between calls', () => {
    expect(
      core.flatMap(file => stateOf(readFileSync(join(root, file), 'utf8')).map(name => `${file}: ${name}`)),
    ).toEqual([])
  })

  test.each([
    ['let count = 0', ['count']],
    ['export var count = 0', ['count']],
    ['const seen = new Set<string>()\nfunction add(id: string) { seen.add(id) }', ['seen']],
    ['const known = new WeakMap<object, string>()', ['known']],
    ['const found: string[] = []\nexport const add = (id: string) => found.push(id)', ['found']],
    ['const table = {count: 0}\nfunction count() { table.count++ }', ['table']],
    ['const table = {count: 0}\nfunction count() { table.count = 1 }', ['table']],
    ['const word = /a/g\nfunction has(text: string) { return word.test(text) }', ['word']],
    ['const word = /a/y\nfunction at(text: string) { word.lastIndex = 3 }', ['word']],
    ['class Table {\n  static count = 0\n}', ['Table.count']],
    ['class Table {\n  static readonly names = new Map<string, string>()\n}', ['Table.names']],
    ['const word = /a/g\nfunction all(text: string) { return text.matchAll(word) }', []],
    ['const table = new Map([["a", 1]])\nfunction get(id: string) { return table.get(id) }', []],
    ['function add() { const found = new Set<string>(); found.add("a"); return found }', []],
    ['const names = ["a"]\nfunction sorted() { return [...names].sort() }', []],
  ])('has state in %j: %j', (source, state) => {
    expect(stateOf(source)).toEqual(state)
  })
})

const mutators = new Set('set add delete clear push pop shift unshift splice sort reverse fill'.split(' '))

/**
 * Names of what a module keeps from one call to the next: variables, collections and objects that it changes,
 * regexes with a position.
 */
function stateOf(source: string): readonly string[] {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true)
  const state = new Set<string>()
  const constants = new Map<string, ts.Expression | undefined>()
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement) && statement.declarationList.flags & ts.NodeFlags.Const) {
      for (const {name, initializer} of statement.declarationList.declarations)
        if (ts.isIdentifier(name)) constants.set(name.text, initializer)
    } else if (ts.isVariableStatement(statement)) {
      if (!statement.modifiers?.some(({kind}) => kind === ts.SyntaxKind.DeclareKeyword))
        for (const {name} of statement.declarationList.declarations) state.add(name.getText(file))
    } else if (ts.isClassDeclaration(statement)) {
      for (const member of statement.members)
        if (
          ts.isPropertyDeclaration(member) &&
          isStatic(member) &&
          (!isReadonly(member) || isEmptyCollection(member.initializer))
        )
          state.add(`${statement.name?.text}.${member.name.getText(file)}`)
    }
  }
  for (const [name, value] of constants) if (isEmptyCollection(value)) state.add(name)
  const visit = (node: ts.Node): void => {
    const changed = changedBy(node)
    if (changed !== undefined && constants.has(changed) && isOfModule(node, changed)) state.add(changed)
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ts.isIdentifier(node.expression.expression) &&
      ['test', 'exec'].includes(node.expression.name.text)
    ) {
      const regex = constants.get(node.expression.expression.text)
      if (regex && ts.isRegularExpressionLiteral(regex) && /\/[a-z]*[gy][a-z]*$/.test(regex.text))
        state.add(node.expression.expression.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return [...state]
}

const isStatic = (member: ts.PropertyDeclaration): boolean =>
  member.modifiers?.some(({kind}) => kind === ts.SyntaxKind.StaticKeyword) === true
const isReadonly = (member: ts.PropertyDeclaration): boolean =>
  member.modifiers?.some(({kind}) => kind === ts.SyntaxKind.ReadonlyKeyword) === true

function isEmptyCollection(value: ts.Expression | undefined): boolean {
  return (
    value !== undefined &&
    ts.isNewExpression(value) &&
    ['Map', 'Set', 'WeakMap', 'WeakSet'].includes(value.expression.getText()) &&
    (value.arguments?.length ?? 0) === 0
  )
}

/** The name whose value a node changes. */
function changedBy(node: ts.Node): string | undefined {
  const rootOf = (expression: ts.Expression): string | undefined =>
    ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression)
      ? ts.isIdentifier(expression.expression)
        ? expression.expression.text
        : rootOf(expression.expression)
      : undefined
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  )
    return rootOf(node.left)
  if (
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator)
  )
    return rootOf(node.operand)
  if (ts.isDeleteExpression(node)) return rootOf(node.expression)
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    mutators.has(node.expression.name.text) &&
    ts.isIdentifier(node.expression.expression)
  )
    return node.expression.expression.text
  return undefined
}

/** Whether a name at a place is the one of the module, and not one of a function around the place. */
function isOfModule(node: ts.Node, name: string): boolean {
  for (let scope: ts.Node | undefined = node.parent; scope && !ts.isSourceFile(scope); scope = scope.parent) {
    let hides = false
    const declares = (inner: ts.Node): void => {
      if (
        (ts.isVariableDeclaration(inner) || ts.isParameter(inner) || ts.isBindingElement(inner)) &&
        inner.name.getText() === name
      )
        hides = true
      if (inner === scope || !ts.isFunctionLike(inner)) ts.forEachChild(inner, declares)
    }
    if (ts.isFunctionLike(scope) || ts.isBlock(scope)) declares(scope)
    if (hides) return false
  }
  return true
}
