import {describe, expect, test} from 'vitest'
import {compile} from '../../../../src/index.ts'
import {sentences} from './sentences.ts'

test('there are enough sentences', () => expect(new Set(sentences).size).toBeGreaterThan(200))

describe.each([[['clinician', 'patient', 'student']], [['user', 'admin', 'developer']]])(
  'with the audiences %j',
  ids => {
    const [first = '', second = '', third = ''] = ids
    const config = {audiences: ids.map(id => ({id, label: id}))}

    test.each(sentences)('%j raises nothing', sentence => {
      const source = sentence
        .replace(/clinician/g, first)
        .replace(/patient/g, second)
        .replace(/student/g, third)
      const found = compile(source, {config}).messages.filter(({ruleId = ''}) =>
        /^(?:markup|fence|marker|directive|front-matter|condition)-/.test(ruleId),
      )
      expect(found.map(String)).toEqual([])
    })
  },
)
