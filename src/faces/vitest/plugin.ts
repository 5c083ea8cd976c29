import type {TestCase, TestModule, Vitest, VitestPluginContext} from 'vitest/node'
import {KnownInputs} from './known-inputs.ts'

/** As Vite and Vitest take it. */
interface VitestPlugin {
  readonly name: string
  readonly configureVitest: (context: VitestPluginContext) => void
}

/**
 * A plugin for `vitest.config.ts`: in watch mode, tests of `snapshotContent` and `compileContent` run again
 * when a file that their pages are made of changes: sources, includes, glossaries, references, the
 * configuration; and when a page comes or goes.
 *
 * @example
 * import {defineConfig} from 'vitest/config'
 * import {parlancePlugin} from 'parlance-md/vitest/plugin'
 *
 * export default defineConfig({plugins: [parlancePlugin()]})
 */
export function parlancePlugin(): VitestPlugin {
  const seen = new WeakSet<Vitest>()
  return {
    name: 'parlance',
    configureVitest({vitest}) {
      if (seen.has(vitest)) return // another of its projects
      seen.add(vitest)
      if (vitest.config.watch) watchInputs(vitest)
    },
  }
}

function watchInputs(vitest: Vitest): void {
  const known = new KnownInputs()
  const {watcher} = vitest.vite
  vitest.config.reporters.push({
    onTestCaseResult(test: TestCase) {
      const {parlance} = test.meta()
      if (parlance === undefined) return
      known.note(test.module.moduleId, test.id, parlance)
      watcher.add([...parlance.files]) // some may stand outside of Vitest's own folder
    },
    onTestModuleEnd(module: TestModule) {
      known.noteFailure(module.moduleId, module.errors().length > 0)
    },
  })
  vitest.config.watchTriggerPatterns = [
    ...(vitest.config.watchTriggerPatterns ?? []),
    {
      pattern: /./,
      testsToRun: file => {
        const tests = known.testsOf(file)
        return tests.length === 0 ? undefined : [...tests, ...importersOf(vitest, file)]
      },
    },
  ]
  // Vitest asks the patterns when a file is new or has changed, not when it is gone.
  watcher.on('unlink', file => watcher.emit('change', file))
}

/** Test files that import a file, over any number of steps: those that Vitest would run without a pattern. */
function importersOf(vitest: Vitest, file: string): readonly string[] {
  const tests = new Set(vitest.state.getFilepaths())
  const graphs = vitest.projects.flatMap(({vite}) =>
    Object.values(vite.environments).map(({moduleGraph}) => moduleGraph),
  )
  const files = new Set([file])
  for (const path of files) // it grows
    for (const graph of graphs)
      for (const module of graph.getModulesByFile(path) ?? [])
        for (const importer of module.importers) if (importer.file !== null) files.add(importer.file)
  return [...files].filter(path => tests.has(path))
}
