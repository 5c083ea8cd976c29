import {cpSync, existsSync, mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {readBibtex} from '../../src/adapters/bibtex/index.ts'
import {compile, type Document} from '../../src/index.ts'
import {loadProject} from '../../src/project/index.ts'
import {createReader} from '../../src/project/load/reader.ts'
import {fixtures, foldersIn} from './fixtures.ts'
import {filesBelow, folderForAll} from './temporary.ts'

const root = join(import.meta.dirname, '../..')

/** Markdown files by path. */
export type Texts = Readonly<Record<string, string>>

/** A page with the Markdown files that it may include: what a formatter is let loose on. */
export interface SamplePage {
  readonly name: string
  readonly texts: Texts
  /** Compile the page from these texts instead. */
  readonly compile: (texts: Texts) => Document
}

/** Pages of `fixtures/documents`, and what `fixtures/messages` calls right. */
export function fixturePages(): readonly SamplePage[] {
  const documents = foldersIn(fixtures('documents')).map(name => fixturePage(['documents', name], 'input.md'))
  const right = foldersIn(fixtures('messages')).flatMap(rule =>
    foldersIn(fixtures('messages', rule))
      .filter(name => existsSync(fixtures('messages', rule, name, 'right.md')))
      .map(name => fixturePage(['messages', rule, name], 'right.md')),
  )
  return [...documents, ...right]
}

function fixturePage(names: readonly string[], page: string): SamplePage {
  const folder = fixtures(...names)
  const config = join(folder, 'config.json')
  const onDisk = createReader(folder)
  return {
    name: `${names.join('/')}/${page}`,
    texts: markdownIn(
      folder,
      path => !path.startsWith('expected') && (path === page || !/^(?:input|right)\.md$/.test(path)),
    ),
    compile: texts =>
      compile(new VFile({value: texts[page] ?? ''}), {
        config: existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : {},
        path: page,
        slug: 'input',
        read: path => texts[path] ?? onDisk(path),
        readers: {bib: readBibtex},
      }),
  }
}

/** Pages of the projects in `fixtures/projects` and `fixtures/examples`, for tests of one file. */
export async function projectPages(): Promise<readonly SamplePage[]> {
  const folders = ['projects', 'examples'].flatMap(kind =>
    foldersIn(fixtures(kind)).map(name => [kind, name] as const),
  )
  return (
    await Promise.all(folders.map(([kind, name]) => pagesOf(`${kind}/${name}`, fixtures(kind, name))))
  ).flat()
}

async function pagesOf(name: string, folder: string): Promise<readonly SamplePage[]> {
  const cwd = folderForAll({})
  cpSync(folder, cwd, {recursive: true})
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(root, join(cwd, 'node_modules/parlance-md'), 'dir') // a configuration may import it
  const sources = markdownIn(cwd, path => path.startsWith('content'))
  let unsaved: Texts = {}
  const project = await loadProject({cwd, overlay: path => unsaved[path]})
  return (await project.pages()).map(page => ({
    name: `${name}/${page}`,
    texts: sources,
    compile: texts => {
      unsaved = texts
      project.forget()
      return project.compileText(texts[page] ?? '', page)
    },
  }))
}

function markdownIn(folder: string, wanted: (path: string) => boolean): Texts {
  return Object.fromEntries(
    filesBelow(folder)
      .filter(path => path.endsWith('.md') && wanted(path))
      .map(path => [path, readFileSync(join(folder, path), 'utf8')]),
  )
}

/** Every example in Markdown of the documentation, with the other files that its page shows. */
export function documentedPages(): readonly SamplePage[] {
  const pages = [
    'README.md',
    ...filesBelow(join(root, 'docs'))
      .filter(path => path.endsWith('.md'))
      .map(path => `docs/${path}`),
  ]
  return pages.flatMap(page => examplesIn(page, readFileSync(join(root, page), 'utf8')))
}

const example = /^(`{3,})(\w+)(?: file=(\S+))?\n([\s\S]*?)^\1$/gm

function examplesIn(page: string, text: string): readonly SamplePage[] {
  const blocks = [...text.matchAll(example)].map(([, , language, file, body = ''], at) => ({
    language,
    file,
    path: file ?? `content/example-${at}.md`,
    body,
  }))
  const files = Object.fromEntries(
    blocks.flatMap(({file, body}) => (file === undefined ? [] : [[file, body]])),
  )
  const markdown = Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith('.md')))
  return blocks
    .filter(({language}) => language === 'markdown')
    .map(({path, body}) => ({
      name: `${page}: ${path}`,
      texts: {...markdown, [path]: body},
      compile: texts =>
        compile(texts[path] ?? '', {path, slug: 'example', read: other => texts[other] ?? files[other]}),
    }))
}
