import {readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import ts from 'typescript'
import {expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')
const roots = ['src/internal.ts', 'src/bundling/script-modules.d.ts'].map(file => join(root, file))
const nodes = join(root, 'src/core/language/nodes.ts')

/** Files of `src/internal.ts` in which the compiler reports errors when `nodes.ts` has another text. */
function filesWithErrors(text: string): readonly string[] {
  const {config} = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const {options} = ts.parseJsonConfigFileContent({...config, include: []}, ts.sys, root)
  options.types = ['node', 'remark-stringify'] // it declares data of processors
  const host = ts.createCompilerHost(options)
  const read = host.readFile
  host.readFile = file => (file === nodes ? text : read(file))
  const program = ts.createProgram(roots, options, host)
  const files = program
    .getSemanticDiagnostics()
    .flatMap(({file}) => (file ? [relative(root, file.fileName)] : []))
  return [...new Set(files)].sort()
}

test('a node type that a phase does not know is an error of the compiler', () => {
  const source = readFileSync(nodes, 'utf8')
  const withDosing = source
    .replace(
      'export interface Place ',
      'export interface Dosing extends UnistParent {\n  type: "dosing"\n  children: RootContent[]\n  data?: NodeData\n}\n\nexport interface Place ',
    )
    .replaceAll('    callout: Callout\n', '    callout: Callout\n    dosing: Dosing\n')
  expect(withDosing).toContain('dosing: Dosing')
  expect(withDosing).toContain('interface Dosing')
  expect(filesWithErrors(withDosing)).toEqual([
    'src/checks/account/explain.ts',
    'src/checks/outline/all-variants.ts',
    'src/checks/outline/outline.ts',
    'src/core/2-analyze/varying.ts',
    'src/core/3-select/selector.ts',
    'src/core/5-serialize/html/handlers/index.ts',
    'src/core/5-serialize/html/handlers/source-marks.ts',
    'src/core/5-serialize/html/plain-tree.ts',
    'src/core/5-serialize/markdown/handlers/index.ts',
    'src/core/5-serialize/text/handlers/index.ts',
    'src/core/language/block-index.ts',
    'src/core/language/foreign.ts',
  ])
})
