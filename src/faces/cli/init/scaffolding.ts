import {type ProjectAnswers, type StarterAudience, starterAudiences} from './answers.ts'

/** What the configuration says, as `compile` takes it. */
export function configFor({title, audiences}: ProjectAnswers) {
  return {
    audiences: audiences.map(id => ({id, label: starterAudiences[id], ...settingsOf(id, audiences)})),
    bibliography: 'references.json',
    glossary: 'glossary.yaml',
    disclaimers: 'For information. It does not replace the judgment of those who treat the patient.',
    site: {title},
  }
}

/** As the built-in audiences have them: students fall back to clinicians, patients to no other audience. */
function settingsOf(id: StarterAudience, audiences: readonly StarterAudience[]) {
  if (id === 'clinician') return {schemaType: 'Clinician'}
  if (id === 'patient') return {readingGrade: 8, schemaType: 'Patient'}
  return audiences.includes('clinician') ? {fallback: ['clinician']} : {}
}

/** The configuration as TypeScript, where a mistyped audience is a type error. */
export function configSource(answers: ProjectAnswers): string {
  const {audiences, bibliography, glossary, disclaimers, site} = configFor(answers)
  const lines = audiences.map(audience => {
    const fields = Object.entries(audience).map(([key, value]) => `${key}: ${literal(value)}`)
    return `    {${fields.join(', ')}},`
  })
  return `import {defineConfig} from 'parlance-md'

export default defineConfig({
  audiences: [
${lines.join('\n')}
  ],
  bibliography: ${literal(bibliography)},
  glossary: ${literal(glossary)},
  disclaimers: ${literal(disclaimers)},
  site: {title: ${literal(site.title)}},
})
`
}

function literal(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return `[${value.map(literal).join(', ')}]`
  return `'${value.replace(/[\\']/g, '\\$&').replace(/[\n\r\u2028\u2029]/g, ' ')}'`
}

export function packageSource({name, version}: ProjectAnswers): string {
  const description = {
    name,
    private: true,
    type: 'module',
    engines: {node: '>=20.19'},
    scripts: {
      preview: 'parlance preview',
      check: 'parlance check',
      build: 'parlance build',
      serve: 'parlance serve',
      test: 'vitest run',
      'test:watch': 'vitest',
      snapshots: 'vitest run --update',
    },
    devDependencies: {'parlance-md': `^${version}`, vitest: '^4.1.0'},
  }
  return `${JSON.stringify(description, null, 2)}\n`
}

export function testSource(audiences: readonly StarterAudience[]): string {
  const [first = '', second] = audiences
  const leak =
    second === undefined
      ? ''
      : `
test('neither ${first} nor ${second} sees what is for the other', () => {
  expect(aspirin).not.toLeakFrom('${first}', '${second}')
  expect(aspirin).not.toLeakFrom('${second}', '${first}')
})
`
  return `import {compileContent, snapshotContent} from 'parlance-md/vitest'
import {expect, test} from 'vitest'

// Every variant against its file in content/__variants__: review what changed, then \`npm run snapshots\`.
snapshotContent({content: '../content'})

const aspirin = await compileContent('../content/aspirin.md')

test('nothing is left for its authors to fix', () => {
  expect(aspirin).toHaveNoMessages('warning')
})

test.each(${JSON.stringify(audiences).replaceAll('"', "'").replaceAll(',', ', ')})('the %s reads the evidence first', audience => {
  expect(aspirin).toCiteInOrder(audience, ['atc2009', 'label'])
})
${leak}`
}

export const vitestConfig = `import {parlancePlugin} from 'parlance-md/vitest/plugin'
import {defineConfig} from 'vitest/config'

export default defineConfig({plugins: [parlancePlugin()]})
`

export const tsconfig = `{
  "compilerOptions": {
    "module": "nodenext",
    "target": "es2022",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "types": []
  },
  "include": ["*.ts", "test"]
}
`

export const gitignore = `node_modules/
dist/
`

/** Prettier does not know containers, and would move their fences. */
export const prettierignore = `content/
dist/
`

/**
 * Schemas for configurations that are not TypeScript, which has its types; and no formatter that does not
 * know containers.
 */
export const editorSettings = `{
  "[markdown]": {"editor.formatOnSave": false},
  "yaml.schemas": {
    "./node_modules/parlance-md/schemas/config.json": ["parlance.config.yaml", "parlance.config.yml"]
  },
  "json.schemas": [
    {"fileMatch": ["/parlance.config.json"], "url": "./node_modules/parlance-md/schemas/config.json"}
  ]
}
`

export const editorExtensions = `{
  "recommendations": ["redhat.vscode-yaml", "vitest.explorer"]
}
`

export function readmeSource({title, audiences}: ProjectAnswers): string {
  return `# ${title.replace(/[\\`*_[\]<>#]/g, '\\$&')}

One source for each article, in the right words for ${audiences.map(id => `\`${id}\``).join(', ')}. Made with Parlance.

\`\`\`sh
npm install
npm run preview    # all readers side by side in the browser, live while you write
npm run check      # what an author must fix, and which reader gets which wording
npm run build      # the site, in dist/
npm run serve      # the same over HTTP, on http://127.0.0.1:8080
npm test           # every variant against its reviewed snapshot
npm run test:watch # the same at each save
npm run snapshots  # take over what changed: review it, then commit it
\`\`\`

| file | holds |
| --- | --- |
| \`content/aspirin.md\` | an article for all audiences |
| \`content/_shared/\` | parts that articles include; names that begin with \`_\` are no pages |
| \`content/__variants__/\` | what each reader gets: read these in review |
| \`references.json\`, \`glossary.yaml\` | works that articles cite, terms that they explain |
| \`parlance.config.ts\` | audiences and site |
| \`test/content.test.ts\` | the tests |
`
}
