import {expect, test} from 'vitest'
import {parlanceLoader} from '../../../src/faces/astro/index.ts'
import {startServer} from '../../../src/faces/server/node/index.ts'
import {parlance} from '../../../src/faces/vite/index.ts'
import {
  buildProject,
  checkProject,
  LiveContent,
  loadProject,
  mergeShards,
  ProjectVariants,
  watchProject,
} from '../../../src/project/index.ts'
import {folderWith} from '../../support/temporary.ts'

test.each<[string, (cwd: string) => unknown, string]>([
  ['loadProject', cwd => loadProject({cwd, confg: 'x'} as never), '`confg`: did you mean `config`?'],
  [
    'watchProject',
    async cwd => watchProject({root: cwd, onChnge: () => {}} as never),
    '`onChnge`: did you mean `onChange`?',
  ],
  ['LiveContent', cwd => LiveContent.open({cwd, onChnge: 1} as never), '`onChnge`: did you mean `onChange`?'],
  [
    'ProjectVariants',
    cwd => ProjectVariants.open({cwd, audience: 'patient'} as never),
    '`audience`: did you mean `audiences`?',
  ],
  [
    'buildProject',
    async cwd => buildProject(await loadProject({cwd}), {audience: ['patient']} as never),
    '`audience`: did you mean `audiences`?',
  ],
  [
    'checkProject',
    async cwd => checkProject(await loadProject({cwd}), [], {cahce: 'x'} as never),
    '`cahce`: did you mean `cache`?',
  ],
  [
    'mergeShards',
    async cwd => mergeShards(await loadProject({cwd}), {folders: [], out: {}, onPag: 1} as never),
    '`onPag`: did you mean `onPage`?',
  ],
  ['startServer', cwd => startServer({cwd, prot: 80} as never), '`prot`: did you mean `port`?'],
  ['the plugin for Vite', async () => parlance({sorces: true} as never), '`sorces`: did you mean `sources`?'],
  [
    'the loader for Astro',
    async () => parlanceLoader({format: ['text']} as never),
    '`format`: did you mean `formats`?',
  ],
])('%s ignores no option', async (_, call, message) => {
  const error: unknown = await Promise.resolve(call(folderWith({'content/a.md': 'A.'}))).catch(
    thrown => thrown,
  )
  expect(error).toBeInstanceOf(RangeError)
  expect(String(error)).toContain(`Unknown option ${message}`)
})
