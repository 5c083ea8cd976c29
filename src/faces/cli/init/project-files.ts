import {compile, type Format, render} from '../../../internal.ts'
import {snapshotText, variantFile} from '../../../project/index.ts'
import type {ProjectAnswers} from './answers.ts'
import {articleFor, bleedingFor, glossaryFor, references} from './article.ts'
import {
  configFor,
  configSource,
  editorExtensions,
  editorSettings,
  gitignore,
  packageSource,
  prettierignore,
  readmeSource,
  testSource,
  tsconfig,
  vitestConfig,
} from './scaffolding.ts'

/** The files of a new project, with the snapshots of its variants; text by path with `/`, sorted. */
export function projectFiles(answers: ProjectAnswers): ReadonlyMap<string, string> {
  const {audiences} = answers
  const sources = new Map([
    ['.gitignore', gitignore],
    ['.prettierignore', prettierignore],
    ['.vscode/extensions.json', editorExtensions],
    ['.vscode/settings.json', editorSettings],
    ['README.md', readmeSource(answers)],
    ['content/_shared/bleeding.md', bleedingFor(audiences)],
    ['content/aspirin.md', articleFor(answers)],
    ['glossary.yaml', glossaryFor(audiences)],
    ['package.json', packageSource(answers)],
    ['parlance.config.ts', configSource(answers)],
    ['references.json', references],
    ['test/content.test.ts', testSource(audiences)],
    ['tsconfig.json', tsconfig],
    ['vitest.config.ts', vitestConfig],
  ])
  const files = new Map([...sources, ...variants(answers, sources)])
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)))
}

const snapshotFormats: readonly Format[] = ['html', 'text']

/** What `parlance-md/vitest` would write in a first run. */
function variants(
  answers: ProjectAnswers,
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const document = compile(sources.get('content/aspirin.md') ?? '', {
    config: configFor(answers),
    path: 'content/aspirin.md',
    slug: 'aspirin',
    read: path => sources.get(path),
  })
  const texts = answers.audiences.flatMap(audience =>
    snapshotFormats.map(format => {
      const {value, messages} = render(document, {audience, format, page: true, width: 0})
      if (value === '') throw new Error(`The article of a new project has errors: ${messages.join(', ')}`)
      const file = variantFile('content', 'aspirin', audience, [], format)
      return [file.replaceAll('\\', '/'), snapshotText(value, format)] as const
    }),
  )
  return new Map(texts)
}
