import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parlance} from '../../support/cli.ts'
import {contentOf, folderWith} from '../../support/temporary.ts'

const topic = (audience: string): string =>
  `<topic id="t"><title>Dose</title><body><p audience="${audience}">One mg.</p></body></topic>\n`

describe('parlance import', () => {
  test('writes the pages of a folder, says which, and holds back what it cannot carry over', async () => {
    const folder = folderWith({
      'src/a.dita': topic('patient'),
      'src/deep/b.dita': topic('physician'),
      'src/c.dita': '<topic id="t"><title>C</title><body><object/></body></topic>',
    })
    const {status, stdout, stderr} = await parlance(
      ['import', 'dita', 'src', '--map', 'physician=clinician'],
      {
        cwd: folder,
      },
    )
    expect([status, stdout]).toEqual([1, 'content/a.md\ncontent/deep/b.md\n'])
    expect(stderr).toContain('src/c.dita:1:37  error  import-unsupported')
    expect(stderr).toContain('2 pages written; 1 held back, since something in them cannot be carried over')
    expect(contentOf(folder)['content/deep/b.md']).toBe(
      '---\ntitle: Dose\n---\n\n:::only{for="clinician"}\nOne mg.\n:::\n',
    )
  })

  test('writes nothing over what is there, unless it is asked to', async () => {
    const folder = folderWith({'a.md': '{% ifversion patient %}x{% endif %}\n', 'content/a.md': 'mine\n'})
    const before = contentOf(folder)
    const refused = await parlance(['import', 'liquid', 'a.md'], {cwd: folder})
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toBe(
      'error: Files are in the way and stay as they are; nothing was written:\n  content/a.md\nName another folder with `--out`, or write over them with `--force`.\n',
    )
    expect(contentOf(folder)).toEqual(before)
    const dry = await parlance(['import', 'liquid', 'a.md', '--force', '--dry-run'], {cwd: folder})
    expect([dry.status, dry.stdout, dry.stderr]).toEqual([0, 'content/a.md\n', '1 page would be written\n'])
    expect(contentOf(folder)).toEqual(before)
    expect((await parlance(['import', 'liquid', 'a.md', '--force'], {cwd: folder})).status).toBe(0)
    expect(contentOf(folder)['content/a.md']).toBe(':only[x]{for=patient}\n')
    expect(await parlance(['import', 'liquid', 'a.md', '--quiet'], {cwd: folder})).toMatchObject({
      status: 0,
      stderr: '',
    }) // the same again
  })

  test('takes tags, variables, dimensions and DITAVAL files by name', async () => {
    const config = JSON.stringify({dimensions: {product: {values: ['pen', 'vial'], default: 'pen'}}})
    const folder = folderWith({
      'parlance.config.json': config,
      'a.md': '{% if page.product == "p" %}x{% endif %}{% ifproduct vial %}y{% endifproduct %}\n',
      'p.ditaval': '<val><prop att="audience" val="patient" action="exclude"/></val>',
      'b.dita': topic('patient'),
    })
    const liquid = [
      '--dimension',
      'product',
      '--variable',
      'page.product',
      '--tag',
      'ifproduct',
      '--map',
      'p=pen',
    ]
    expect((await parlance(['import', 'liquid', 'a.md', ...liquid], {cwd: folder})).status).toBe(0)
    expect(
      (await parlance(['import', 'dita', 'b.dita', '--ditaval', 'student=p.ditaval'], {cwd: folder})).status,
    ).toBe(0)
    const {'content/a.md': page, 'content/b.md': forStudents} = contentOf(folder)
    expect(page).toBe(':only[x]{product=pen}:only[y]{product=vial}\n')
    expect(forStudents).toBe('---\ntitle: Dose\naudiences:\n  - student\n---\n\n')
  })

  test.each<[string, readonly string[], string]>([
    ['no system', ['import'], 'Usage: parlance import'],
    ['an unknown system', ['import', 'docx', 'a'], "error: unknown command 'docx'"],
    ['nothing to import', ['import', 'dita'], "error: missing required argument 'path'"],
    [
      'a path that is not there',
      ['import', 'dita', 'nope'],
      'error: Cannot read `nope`: there is no such file',
    ],
    ['a folder without topics', ['import', 'dita', '.'], 'error: `.` holds no file like `**/*.dita`'],
    [
      'an unknown id',
      ['import', 'dita', 'a.xml', '--map', 'x=pateint'],
      'error: Unknown reader `pateint`: did you mean `patient`?',
    ],
    [
      'half a pair',
      ['import', 'dita', 'a.xml', '--map', 'x'],
      '`x` is not a pair like `physician=clinician`.',
    ],
    [
      'an unknown dimension',
      ['import', 'liquid', 'a.xml', '--dimension', 'region'],
      'error: Unknown dimension `region`',
    ],
    [
      'an unknown audience of a DITAVAL',
      ['import', 'dita', 'a.xml', '--ditaval', 'nurse=a.xml'],
      'error: Unknown audience `nurse`',
    ],
    [
      'a DITAVAL that is not there',
      ['import', 'dita', 'a.xml', '--ditaval', 'b.ditaval'],
      'error: Cannot read `b.ditaval`',
    ],
    ['an unknown option', ['import', 'dita', 'a.xml', '--outt', 'x'], '(Did you mean --out?)'],
  ])('%s is wrong usage', async (_, args, message) => {
    const folder = folderWith({'a.xml': topic('patient')})
    const {status, stdout, stderr} = await parlance(args, {cwd: folder})
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })

  test('two files that would become one page are refused', async () => {
    const folder = folderWith({'a/x.dita': topic('patient')})
    writeFileSync(join(folder, 'x.dita'), topic('patient'))
    const {status, stderr} = await parlance(['import', 'dita', 'a', 'x.dita'], {cwd: folder})
    expect([status, stderr]).toEqual([2, 'error: `a/x.dita` and `x.dita` would both become `content/x.md`\n'])
  })
})
