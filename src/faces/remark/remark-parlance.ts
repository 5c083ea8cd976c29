import type {Nodes, Root} from 'mdast'
import type {Plugin, Processor} from 'unified'
import type {VFile} from 'vfile'
import {
  attachSyntax,
  type CompileOptions,
  compile,
  type OptionNames,
  refuseUnknown,
  renderTree,
  resolveConfig,
  type TreeRendering,
} from '../../internal.ts'

/**
 * Who reads, and what pages may cite and explain. Any other key is a further dimension of the configuration.
 */
export interface RemarkParlanceOptions
  extends Pick<
    CompileOptions,
    'config' | 'references' | 'glossary' | 'library' | 'read' | 'readers' | 'findPage'
  > {
  /** An audience that the page serves. */
  readonly audience: string
  /** A style known to the configuration. Default: the configuration’s. */
  readonly citationStyle?: string
  /** Throw where a page has errors. Default: `false`: they are on the file, and the page is empty. */
  readonly fail?: boolean
  /** Folder that paths in pages start from, for files with absolute paths. Default: the file’s `cwd`. */
  readonly root?: string
  /** A declared value of a further dimension. */
  readonly [dimension: string]: unknown
}

type DirectiveNode = Extract<Nodes, {readonly attributes?: unknown}>

const ownOptions: OptionNames<RemarkParlanceOptions> = {
  config: true,
  references: true,
  glossary: true,
  library: true,
  read: true,
  readers: true,
  findPage: true,
  audience: true,
  citationStyle: true,
  fail: true,
  root: true,
}

declare module 'vfile' {
  interface DataMap {
    /** What `remarkParlance` found out about the variant. */
    parlance: Omit<TreeRendering, 'tree' | 'messages'>
  }
}

/**
 * A plugin for unified: what one reader gets of a page, as plain mdast, numbered, with its references, notes
 * and glossary. It brings the syntax of directives and front matter; put it behind `remark-gfm` and before
 * plugins that change the tree.
 *
 * @throws {RangeError} For a reader that the page does not serve, and for an option that is not allowed.
 * @throws {ConfigError} For a configuration that cannot be used.
 *
 * @example
 * import remarkGfm from 'remark-gfm'
 * import remarkParse from 'remark-parse'
 * import remarkRehype from 'remark-rehype'
 * import {unified} from 'unified'
 * import {remarkParlance} from 'parlance-md/remark'
 *
 * unified()
 *   .use(remarkParse)
 *   .use(remarkGfm, {singleTilde: false})
 *   .use(remarkParlance, {audience: 'patient'})
 *   .use(remarkRehype)
 */
export const remarkParlance: Plugin<[RemarkParlanceOptions], Root> = function (options) {
  const processor = this as unknown as Processor // plugins are written for any processor
  const {
    config: given,
    references,
    glossary,
    library,
    read,
    readers,
    findPage,
    fail = false,
    root,
    ...reader
  } = options
  const config = resolveConfig(given)
  refuseUnknown(options, {
    ...ownOptions,
    ...Object.fromEntries([...config.settings.dimensions.keys()].map(name => [name, true])),
  })
  attachSyntax(processor, config)
  const parsed = new WeakMap<Root, string>()
  const note = (tree: Root): undefined => {
    parsed.set(tree, directivesIn(tree))
  }
  const data = processor.data()
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), {transforms: [note]}]
  const around = present({references, glossary, library, read, readers, findPage})
  return (tree, file) => {
    const source = String(file)
    const written = parsed.get(tree) ?? directivesIn(processor.parse(source) as Root) // as below
    if (directivesIn(tree) !== written)
      throw new Error(
        'A plugin that stands before `remarkParlance` changed directives, which say who reads what: put it behind `remarkParlance`',
      )
    const document = compile(file, {
      ...around,
      config,
      ...pathOf(file, root),
      // a remark processor parses mdast
      parseMarkdown: text => (text === source ? tree : (processor.parse(text) as Root)),
    })
    // `renderTree` says what is wrong with it
    const {messages, tree: made, ...found} = renderTree(document, reader as {audience: string})
    file.messages.push(...messages)
    file.data.parlance = found
    const failure = fail ? messages.find(({fatal}) => fatal === true) : undefined
    if (failure !== undefined) throw failure
    return made
  }
}

/** All directives of a tree, as text: the same for two trees that agree in them. */
function directivesIn(tree: Root): string {
  const found: string[] = []
  const left: Nodes[] = [tree]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (/Directive$/.test(node.type) || node.data?.unknownDirective !== undefined) {
      const {type, data, position} = node
      const {name, attributes} = node as Partial<DirectiveNode> // which a type that ends so may lack
      found.push(JSON.stringify([type, name, attributes, data, position]))
    }
    if ('children' in node) left.push(...node.children)
  }
  return found.join('\n')
}

/** Path of a file from the content root, where it has one. */
function pathOf({path, cwd}: VFile, root: string = cwd): {path?: string} {
  if (path === undefined) return {}
  const folder = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/`
  const whole = path.replaceAll('\\', '/')
  return {path: whole.startsWith(folder) ? whole.slice(folder.length) : whole}
}

function present<T extends object>(fields: T): {[Key in keyof T]?: Exclude<T[Key], undefined>} {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  // the same keys, fewer of them
  return Object.fromEntries(entries) as {[Key in keyof T]?: Exclude<T[Key], undefined>}
}
