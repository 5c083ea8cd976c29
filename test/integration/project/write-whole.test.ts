import {createHash} from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {removeLeftovers, WriteError, writeAll, writeWhole} from '../../../src/project/build/write-whole.ts'
import {fileStore} from '../../../src/project/cache/cache-store.ts'
import {filesBelow, folderWith, writeIn} from '../../support/temporary.ts'

const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const noProcess = 2 ** 30

test.each([1, 3, 100])('a disk that takes %i bytes at a time gets all of them', most => {
  const bytes = Buffer.from('0123456789')
  const taken: string[] = []
  writeAll(bytes, (offset, length) => {
    const count = Math.min(most, length)
    taken.push(bytes.toString('utf8', offset, offset + count))
    return count
  })
  expect(taken.join('')).toBe('0123456789')
})

test('a disk that takes nothing more is an error, not a wait without end', () => {
  let room = 4
  const write = (): number => {
    const count = room
    room = 0
    return count
  }
  expect(() => writeAll(Buffer.alloc(10), write)).toThrow('4 of 10 bytes were written')
})

test('a file is replaced with its mode, through a link; folders are made', () => {
  const folder = folderWith({'real.txt': 'old'})
  chmodSync(join(folder, 'real.txt'), 0o640)
  symlinkSync('real.txt', join(folder, 'link.txt'))
  writeWhole(join(folder, 'link.txt'), 'new')
  writeWhole(join(folder, 'a/b/c.txt'), new Uint8Array([104, 105]))
  expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new')
  expect(statSync(join(folder, 'real.txt')).mode & 0o777).toBe(0o640)
  expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('hi')
  expect(filesBelow(folder)).toEqual(['a/b/c.txt', 'link.txt', 'real.txt'])
})

test('what cannot get its name leaves nothing behind, and the error names it', () => {
  const folder = folderWith({'taken/file.txt': 'x'})
  const target = join(folder, 'taken')
  expect(() => writeWhole(target, 'new', {staging: folder})).toThrow(WriteError)
  expect(() => writeWhole(target, 'new', {staging: folder})).toThrow(`Cannot write \`${target}\`: EISDIR`)
  expect(filesBelow(folder)).toEqual(['taken/file.txt'])
})

const otherDisk = '/dev/shm'
const hasOtherDisk = statSync(otherDisk, {throwIfNoEntry: false})?.dev !== statSync(tmpdir()).dev

test.runIf(hasOtherDisk)('a folder on another disk is staged for itself', () => {
  const folder = folderWith({})
  const there = join(otherDisk, `parlance-test-${process.pid}`)
  mkdirSync(there)
  onTestFinished(() => rmSync(there, {recursive: true}))
  symlinkSync(there, join(folder, 'patient'))
  writeIn(there, `.parlance-tmp-${here}-${noProcess}-0-1`, 'cut')
  writeWhole(join(folder, 'patient/index.html'), 'text', {staging: folder})
  expect(readdirSync(there)).toEqual(['index.html'])
  expect(readdirSync(folder)).toEqual(['patient'])
})

test('temporary files of processes that ended are removed, those of running ones and all other files are not', () => {
  const ofEnded = `.parlance-tmp-${here}-${noProcess}-0-1`
  const ofRunning = `.parlance-tmp-${here}-${process.ppid}-0-1`
  const ofThis = `.parlance-tmp-${here}-${process.pid}-0-1`
  const ofEarlier = `.parlance-tmp-${here}-${process.pid}-0-2`
  const elsewhere = `.parlance-tmp-00000000-${noProcess}-0-1`
  const elsewhereLongAgo = `.parlance-tmp-00000000-${noProcess}-0-2`
  const names = [ofEnded, ofRunning, ofThis, ofEarlier, elsewhere, elsewhereLongAgo, 'index.html', '.own-tmp']
  const folder = folderWith(Object.fromEntries(names.map(name => [name, 'x'])))
  const started = performance.timeOrigin / 1000
  utimesSync(join(folder, ofEarlier), started - 60, started - 60)
  utimesSync(join(folder, elsewhereLongAgo), started - 24 * 60 * 60, started - 24 * 60 * 60)
  removeLeftovers(folder)
  removeLeftovers(join(folder, 'not/there'))
  expect(filesBelow(folder)).toEqual([ofRunning, ofThis, elsewhere, 'index.html', '.own-tmp'].sort())
})

test('entries of a cache are written in its own folder, so that one look finds what was left', async () => {
  const folder = folderWith({})
  const store = fileStore(folder)
  await store.add({key: 'abcd', name: 'n', inputs: '{}', page: new Uint8Array([1])})
  expect(filesBelow(folder)).toEqual(['ab/abcd/n.gz', 'ab/abcd/n.json'])
})
