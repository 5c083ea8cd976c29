import {describe, expect, test} from 'vitest'
import {compile, defineConfig, render} from '../../../src/index.ts'
import {pageChrome} from '../../../src/internal.ts'

const config = defineConfig({
  audiences: [
    {id: 'nurse', label: 'I am a nurse', description: 'On a ward'},
    {id: 'family', label: 'I am family'},
  ],
  disclaimers: {nurse: 'Check the label.', family: 'Ask your nurse.'},
  site: {banner: 'Not reviewed yet.'},
})

const source = `---
title: {default: Pumps, family: The pump at home}
slug: pumps
followUp: {text: {default: Call us, nurse: Call the ward}, href: 'https://example.org/call'}
---

Text.
`

describe('pageChrome', () => {
  const document = compile(source, {config})

  test('says what stands around a variant, and leads to the others alone', () => {
    expect(pageChrome(document, {audience: 'family'})).toMatchObject({
      notice: 'Not reviewed yet.',
      question: {
        label: 'Which best describes you?',
        answers: [
          {
            audience: 'nurse',
            label: 'I am a nurse',
            description: 'On a ward',
            current: false,
            href: '../../nurse/pumps/',
          },
          {audience: 'family', label: 'I am family', description: undefined, current: true, href: undefined},
        ],
      },
      disclaimer: {heading: 'Disclaimer', text: 'Ask your nurse.'},
      followUp: {text: 'Call us', href: 'https://example.org/call'},
    })
  })

  test.each(['nurse', 'family'])('all of it stands in the whole page for %s', audience => {
    const {notice, disclaimer, followUp, structuredData, question} = pageChrome(document, {audience})
    const {value} = render(document, {audience, page: true})
    const texts = [
      notice,
      disclaimer?.heading,
      disclaimer?.text,
      followUp?.heading,
      followUp?.text,
      structuredData,
    ]
    for (const text of [...texts, question.label, question.help, question.note]) expect(value).toContain(text)
    expect(JSON.parse(structuredData)).toMatchObject({'@type': 'MedicalWebPage'})
  })

  test('holds no other reader’s words', () => {
    const said = JSON.stringify(pageChrome(document, {audience: 'nurse'}))
    expect(said).toContain('Call the ward')
    for (const other of ['Ask your nurse', 'Call us', 'The pump at home']) expect(said).not.toContain(other)
  })

  test.each([
    ['approved', '---\nslug: a\nreview: {status: submitted}\n---\nText.', true],
    ['approved', '---\nslug: a\nreview: {status: approved}\n---\nText.', false],
    ['none', '---\nslug: a\nreview: {status: approved}\n---\nText.', true],
    ['all', '---\nslug: a\n---\nText.', false],
  ] as const)('with `robots: %s`, %j is unlisted: %s', (robots, text, unlisted) => {
    const site = {url: 'https://example.org/health/', robots}
    const page = compile(text, {config: {...config, site}})
    expect(pageChrome(page, {audience: 'nurse'})).toMatchObject({
      canonical: 'https://example.org/health/nurse/a/',
      unlisted,
    })
    expect(render(page, {audience: 'nurse', page: true}).value.includes('noindex')).toBe(unlisted)
  })

  test('an approved page has no notice, and one without slug no ways to others', () => {
    const page = compile('---\nreview: {status: approved}\n---\nText.', {config})
    const {notice, question} = pageChrome(page, {audience: 'nurse'})
    expect(notice).toBeUndefined()
    expect(question.answers.map(({href}) => href)).toEqual([undefined, undefined])
  })

  test('data cannot end the script that it stands in', () => {
    const page = compile('---\ntitle: "</script><script>alert(1)"\n---\nText.', {config})
    expect(pageChrome(page, {audience: 'nurse'}).structuredData).not.toContain('<')
  })

  test('an audience that the page does not serve is a mistake of the caller', () => {
    expect(() => pageChrome(document, {audience: 'doctor'})).toThrow('Allowed: `nurse`, `family`')
  })
})
