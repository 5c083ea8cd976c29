import {expect, test} from 'vitest'
import {
  obsoleteVariants,
  removeVariants,
  variantFile,
} from '../../../../src/project/snapshots/variant-files.ts'
import {filesBelow, folderWith} from '../../../support/temporary.ts'

test.each<[string, string, readonly string[], 'html' | 'text' | 'markdown' | 'json', string]>([
  ['aspirin', 'patient', [], 'html', '/c/__variants__/aspirin.patient.html'],
  ['heart/aspirin', 'patient', [], 'text', '/c/__variants__/heart/aspirin.patient.txt'],
  ['a', 'clinician', ['us', 'ward'], 'markdown', '/c/__variants__/a.clinician.us.ward.md'],
  ['a', 'clinician', [], 'json', '/c/__variants__/a.clinician.json'],
])('%s for %s %j as %s', (slug, audience, values, format, file) => {
  expect(variantFile('/c', slug, audience, values, format)).toBe(file)
})

test('pages and audiences that are gone leave files behind, and their removal leaves nothing else', () => {
  const names = [
    'a.patient.html',
    'a.patient.us.txt',
    'a.clinician.html',
    'gone.patient.html',
    'b/c.patient.html',
    'b/gone.patient.html',
    'gone/d.patient.json',
    'notes.txt.orig',
  ]
  const folder = folderWith(Object.fromEntries(names.map(name => [`__variants__/${name}`, ''])))
  const pages = [
    {slug: 'a', audiences: ['patient']},
    {slug: 'b/c', audiences: ['patient']},
  ]
  const obsolete = obsoleteVariants(folder, pages)
  expect(obsolete.map(path => path.slice(`${folder}/__variants__/`.length))).toEqual([
    'a.clinician.html',
    'b/gone.patient.html',
    'gone.patient.html',
    'gone/d.patient.json',
  ])
  removeVariants(obsolete)
  expect(filesBelow(folder).map(path => path.slice('__variants__/'.length))).toEqual([
    'a.patient.html',
    'a.patient.us.txt',
    'b/c.patient.html',
    'notes.txt.orig',
  ])
  removeVariants(obsoleteVariants(folder, []))
  expect(filesBelow(folder)).toEqual(['__variants__/notes.txt.orig'])
})

test('where there are no snapshots nothing is obsolete', () => {
  expect(obsoleteVariants(folderWith({}), [])).toEqual([])
})
