import {expect, test} from 'vitest'
import {type HtmlResidue, htmlFinder} from '../../../../src/checks/residue/find-in-html.ts'

const find = (html: string): HtmlResidue | undefined =>
  htmlFinder({
    audiences: ['clinician', 'patient', 'student'],
    conditional: ['only', 'when', 'say'],
    inline: ['only', 'say', 'cite'],
  })(html)

test.each([
  ['<clinician>\na\n</clinician>', '<clinician>'],
  ['<x-clinician>', '<x-clinician>'],
  ['<x:clinicians.a>', '<x:clinicians.a>'],
  ['<CLINICIAN>', '<clinician>'],
  ['<only>', '<only>'],
  ['<x:when test="a">', '<x:when>'],
  ['<b><when a="b">', '<when>'],
  ['a <when', '<when>'],
])('the element of %j is no condition', (html, name) => {
  expect(find(html)).toEqual({detail: `\`${name}\` is no condition here`, closes: false})
})

test('an element may close', () => {
  expect(find('</clinician>')).toEqual({detail: '`</clinician>` is no condition here', closes: true})
})

test.each([
  ['<if test="clinician">', '<if test=…'],
  ["<if test = 'a clinicians'>", '<if test=…'],
  ['<if test=clinician>', '<if test=…'],
  ['<if test="a clinician">', '<if test=…'],
  ['<p class="patient-view">', '<p class=…'],
  ['<p title="clinician" class="patient">', '<p class=…'],
  ['<a href="clinician">b</a> <b class="patient">', '<b class=…'],
  ['<p ＣＬＡＳＳ="clinician">', '<p class=…'],
  ['<div\n  class="a"\n  role="clinician"\n>', '<div role=…'],
  ['<p :data.x_y@z-0="clinician">', '<p :data.x_y@z-0=…'],
  ['<p namex="clinician">', '<p namex=…'],
  ['<p xname="clinician">', '<p xname=…'],
])('the attribute of %j is no condition', (html, attribute) => {
  expect(find(html)).toEqual({detail: `\`${attribute}\` is no condition here`, closes: false})
})

test('an attribute may stand in a tag that closes', () => {
  expect(find('</if test="clinician">')).toEqual({
    detail: '`</if test=…` is no condition here',
    closes: true,
  })
})

test.each(['<?php if (clinician) ?>', '<b>a<% if clinicians %>', '<? say(patient) ?> <clinician>'])(
  'the template %j is no condition',
  html => {
    expect(find(html)).toEqual({detail: 'A template is no condition here', closes: false})
  },
)

const comment = 'A comment is no condition: what follows it is text for every reader. Write `:::only{for=…}`'

test.each([
  '<!-- if clinician -->',
  '<!--#if clinician-->',
  '<!-- if clinician\n-->',
  '<!-- == if: clinician == -->',
  '<!-- only for clinicians -->',
  '<!-- begin / show audience - clinician -->',
  '<!-- when not patient. -->',
  '<!-- for: clinician -->',
  '<!--audience="clinician"-->',
  '<!-- audiences : (clinicians) -->',
  '<!-- profile=clinician -->',
])('the comment %j opens no condition', html => {
  expect(find(html)).toEqual({detail: comment, closes: false})
})

test.each([
  '<!-- /clinician -->',
  '<!--/ clinicians !-->',
  '<!-- #/clinician -->',
  '<!-- end clinician -->',
  '<!--endonly-->',
  '<!-- stop:clinician -->',
  '<!-- close - when -->',
  '<!-- clinician end -->',
  '<!-- clinician: stop -->',
  '<!-- clinician/close. -->',
])('the comment %j closes no condition', html => {
  expect(find(html)).toEqual({detail: comment, closes: true})
})

test.each([
  '<p>clinician</p>',
  '<p>',
  '<onlyone>',
  '<xonly>',
  '<p id="clinician">',
  '<a href="clinician" title="patient" aria-label="student">',
  '<p class="non-clinician">',
  '<p class="clinicianx">',
  '<p class="a" clinician>',
  '<?php if (x-clinician) ?>',
  '<b>a? clinician</b>',
  '<!-- clinician -->',
  '<!-- for clinician -->',
  '<!-- if the clinician -->',
  '<!-- if clinicianx -->',
  '<!-- if clinician2 -->',
  '<!-- xif clinician -->',
  '<!-- ifclinician -->',
  '<!-- a, if clinician -->',
  '<!-- if clinician agrees -->',
  '<!-- only -->',
  '<!-- xfor: clinician -->',
  '<!-- for: a clinician -->',
  '<!-- for: clinicians, all -->',
  '<!-- endings for a clinician -->',
  '<!-- ends clinician -->',
  '<!-- a /clinician -->',
  '<!-- /clinician of it -->',
  '<!-- clinician endings -->',
  '<!-- clinician: a stop -->',
  '<!-- xclinician end -->',
])('%j is no markup of a condition', html => {
  expect(find(html)).toBeUndefined()
})
