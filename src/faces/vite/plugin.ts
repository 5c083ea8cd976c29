import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import type {EnvironmentModuleNode, Plugin} from 'vite'
import {type OptionNames, refuseUnknown} from '../../internal.ts'
import {declarationsFor} from './declarations.ts'
import {type PageModule, PageModules} from './page-modules.ts'
import {askedVariant, pageAddress} from './requested-variant.ts'

/** Options of the plugin. */
export interface ParlanceOptions {
  /** Folder of the project, from Vite's root; default: Vite's root. */
  readonly project?: string
  /**
   * Configuration file, from that folder; default: `parlance.config.*` in it. The project is then the folder
   * that it stands in.
   */
  readonly config?: string
  /**
   * Where the types of the modules are written, from Vite's root; `false`: nowhere. Default:
   * `src/parlance-env.d.ts`, or `parlance-env.d.ts` where there is no `src`, in projects that have a
   * `tsconfig.json`.
   */
  readonly types?: string | false
  /**
   * Let sources be imported as they are (`page.md?raw`), with the text for all their readers. Default:
   * `false`, an error.
   */
  readonly sources?: boolean
}

const parlanceOptions: OptionNames<ParlanceOptions> = {
  project: true,
  config: true,
  types: true,
  sources: true,
}

/**
 * A plugin for Vite: `import page from './content/aspirin.md?audience=patient'` gives what that reader gets,
 * and nothing of what others do. Mistakes of an author, and addresses that ask for what there is not, fail
 * the build, or stand in the overlay.
 *
 * @param options Default: the project in Vite’s root.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @example
 * import parlance from 'parlance-md/vite'
 * import {defineConfig} from 'vite'
 *
 * export default defineConfig({plugins: [parlance()]})
 */
export function parlance(options: ParlanceOptions = {}): Plugin {
  refuseUnknown(options, parlanceOptions)
  let root = process.cwd()
  let opening: Promise<PageModules> | undefined
  const projectFolder = () =>
    resolve(root, options.project ?? '.', options.config === undefined ? '.' : dirname(options.config))
  const open = () => (opening ??= PageModules.open(resolve(root, options.project ?? '.'), options.config))
  const importers = new Map<string, string>()
  /** What each environment was given last, by id. */
  const given = new Map<string, Map<string, PageModule>>()
  const warned = new WeakSet<PageModule['warnings']>()
  return {
    name: 'parlance',
    enforce: 'pre', // Vite's own would take `?raw` and `?url`
    configResolved(config) {
      root = config.root
    },
    configureServer({watcher}) {
      watcher.add(projectFolder()) // it may stand outside of Vite's root, which is watched anyway
    },
    async buildStart() {
      writeTypes(await open(), root, options.types)
    },
    resolveId: {
      filter: {id: pageAddress},
      async handler(source, importer, asked) {
        if (importer === undefined || askedVariant(source)?.query === undefined) return null
        const resolved = await this.resolve(source, importer, {...asked, skipSelf: true})
        if (resolved !== null) importers.set(resolved.id, importer)
        return resolved
      },
    },
    load: {
      filter: {id: pageAddress},
      async handler(id) {
        const asked = askedVariant(id)
        if (asked === undefined) return null
        const modules = await open()
        const {file, query} = asked
        if (query === undefined) {
          if (options.sources === true || !(await modules.isSource(file))) return null
          return this.error({message: refusal(id, modules.settings?.audiences.ids ?? []), id})
        }
        const module = modules.make(id, {file, query}, importers.get(id))
        cacheFor(given, this.environment.name, id, module)
        // A dev server tries to resolve them.
        for (const path of module.files) if (existsSync(path)) this.addWatchFile(path)
        if (module.error !== undefined) return this.error({id, ...module.error})
        if (!warned.has(module.warnings)) for (const warning of module.warnings) this.warn({id, ...warning})
        warned.add(module.warnings)
        return {code: module.code, map: {mappings: ''}, moduleSideEffects: false, moduleType: 'js'}
      },
    },
    async watchChange(file) {
      const modules = await open()
      await modules.refresh([file])
      writeTypes(modules, root, options.types)
    },
    async hotUpdate({file, modules: touched}) {
      const {name, moduleGraph, hot} = this.environment
      const known = given.get(name) ?? new Map<string, PageModule>()
      const modules = await open()
      const path = file.replaceAll('\\', '/')
      const changed: EnvironmentModuleNode[] = []
      let needsReload = false
      for (const [id, before] of known) {
        const {file: source, query} = askedVariant(id) ?? {}
        const node = moduleGraph.getModuleById(id)
        if (node === undefined || source === undefined || query === undefined) continue
        // What a page with errors rests on is not known for certain.
        if (before.code !== undefined && !before.files.has(path)) continue
        const module = modules.make(id, {file: source, query}, importers.get(id))
        if (module.code === before.code && module.error?.message === before.error?.message) continue
        changed.push(node)
        // Vite tells browsers of no change to a module that has never been loaded.
        if (node.isSelfAccepting === undefined) needsReload = true
      }
      if (needsReload) hot.send({type: 'full-reload'})
      const others = touched.filter(node => !isOurs(node, known))
      return [...others, ...changed]
    },
  }
}

function cacheFor(
  given: Map<string, Map<string, PageModule>>,
  environment: string,
  id: string,
  module: PageModule,
): void {
  const known = given.get(environment) ?? new Map<string, PageModule>()
  given.set(environment, known.set(id, module))
}

/** Whether a node of the graph is a module of this plugin, or a file that only such modules depend on. */
function isOurs({id, importers}: EnvironmentModuleNode, known: ReadonlyMap<string, unknown>): boolean {
  const isKnown = (module: string | null) => module !== null && known.has(module)
  return isKnown(id) || (importers.size > 0 && [...importers].every(importer => isKnown(importer.id)))
}

function refusal(id: string, audiences: readonly string[]): string {
  const choices = audiences.map(audience => `\`?audience=${audience}\``).join(', ')
  return `\`${id}\` holds the text for all its readers. Say whom it is for: ${choices}. (\`sources: true\` of the plugin allows it.)`
}

/** Write the types of a project's modules where there are none, or others. */
function writeTypes(modules: PageModules, root: string, types: ParlanceOptions['types']): void {
  const {settings} = modules
  const isTyped = types !== undefined || existsSync(join(root, 'tsconfig.json'))
  if (settings === undefined || types === false || !isTyped) return
  const name = types ?? (existsSync(join(root, 'src')) ? 'src/parlance-env.d.ts' : 'parlance-env.d.ts')
  const file = resolve(root, name)
  const text = declarationsFor(settings)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  writeFileSync(file, text)
}
