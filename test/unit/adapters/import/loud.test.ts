import {describe, expect, test} from 'vitest'
import {importDita, importLiquid} from '../../../../src/adapters/import/index.ts'
import {resolveConfig} from '../../../../src/index.ts'

const config = resolveConfig({})
const nested = resolveConfig({
  audiences: [
    {id: 'clinician', label: 'C'},
    {id: 'nurse', label: 'N', is: 'clinician'},
    {id: 'patient', label: 'P'},
    {id: 'parent', label: 'Q', is: 'patient'},
  ],
})

/** Errors with their places; there is no page then. */
const errorsOf = ({markdown, messages}: ReturnType<typeof importLiquid>): readonly string[] => {
  const errors = messages.filter(({severity}) => severity === 'error')
  expect(markdown === undefined).toBe(errors.length > 0)
  return errors.map(({line, column, reason}) => `${line}:${column} ${reason}`)
}

describe('Liquid that cannot be carried over is an error at its place', () => {
  test.each<[string, string, string]>([
    ['no end', 'a\n{% if audience == "patient" %}b', '2:1 `if` has no end'],
    ['a tag that does not close', 'a {% if', '1:3 This cannot be read as Liquid: tag "{% if" not closed'],
    ['raw without end', '{% raw %}x', '1:10 This cannot be read as Liquid: raw "{% raw %}x" not closed'],
    ['another question', '{% if user %}b{% endif %}', '1:1 `user` does not ask who reads'],
    [
      'and with or',
      '{% ifversion patient or student and clinician %}b{% endif %}',
      '1:1 `patient or student and clinician` does not ask who reads',
    ],
    ['a version', '{% ifversion patient > 3 %}b{% endif %}', '1:1 `patient > 3` does not ask who reads'],
    [
      'case of something else',
      '{% case x %}{% when "patient" %}b{% endcase %}',
      '1:1 `x` does not ask who reads',
    ],
    ['a loop', '{% for x in y %}b{% endfor %}', '1:1 The tag `for` cannot be carried over'],
    ['a filter', 'b {{ x | upcase }}', '1:3 `{{ x | upcase }}` is more than a name'],
    ['an include with values', '{% include a b=1 %}', '1:1 `include a b=1` hands values over'],
    [
      'an include within a line',
      'x {% include "a.md" %}',
      '1:3 An included file stands on a line of its own',
    ],
    [
      'a comment that ends a comment',
      '{% comment %}-->{% endcomment %}',
      '1:1 A comment that holds `-->` cannot be a comment of Markdown',
    ],
    [
      'an unknown reader',
      'x\n\n{% ifversion pateint %}b{% endif %}',
      '3:1 Unknown reader `pateint`: did you mean `patient`? Allowed: `clinician`, `patient`, `student`.',
    ],
    [
      'paragraphs within a line',
      'a {% ifversion patient %}b\n\nc{% endif %} d',
      '1:26 A condition begins within a line and goes on over several blocks',
    ],
    [
      'half a link',
      '{% ifversion patient %}[a{% endif %}](b)',
      '1:24 A bracket within a condition has no partner',
    ],
    [
      'a condition in a code block',
      '```\na\n{% ifversion patient %}\nb\n{% endif %}\n```',
      '1:1 For clinician the result would say “nothing” where Liquid says “a”',
    ],
    [
      'a condition in code',
      '`a {% ifversion patient %}b{% endif %}` c',
      '1:1 For clinician the result would say “a:only[b]{for=patient} c” where Liquid says “a c”',
    ],
    [
      'half a word',
      'milli{% ifversion patient %} gram{% endif %}liter',
      '1:1 For clinician the result would say “milli liter” where Liquid says “milliliter”',
    ],
    ['front matter', '---\ntitle: "{% if x %}"\n---\na', '2:9 Liquid in front matter cannot be carried over'],
    [
      'broken front matter',
      '---\na: [\n---\na',
      '2:5 Broken YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('%s', (_, source, error) => {
    expect(errorsOf(importLiquid(source, {path: 'a.md', config}))).toContain(error)
  })

  test('readers that no condition can separate', () => {
    const source = '{% ifversion clinician or parent %}a{% else %}b{% endif %}'
    expect(errorsOf(importLiquid(source, {path: 'a.md', config: nested}))).toEqual([
      '1:36 No condition means clinician, parent alone',
      '1:47 No condition means nurse, patient alone',
    ])
  })

  test('a dimension that is not declared is a fault of the caller', () => {
    expect(() => importLiquid('a', {path: 'a.md', config, dimension: 'region'})).toThrow(RangeError)
  })
})

const topic = (body: string): string => `<topic id="t"><title>T</title>\n<body>\n${body}\n</body></topic>`

describe('DITA that cannot be carried over is an error at its place', () => {
  test.each<[string, string, string]>([
    [
      'not well-formed',
      '<topic><p></topic>',
      '1:11 This is not well-formed XML: Missing end tag for element p',
    ],
    ['a map', '<map/>', '1:1 `map` is no topic. Allowed: topic, concept, task, reference, troubleshooting.'],
    [
      'an entity of a DTD',
      topic('<p>&unit;</p>'),
      "3:4 This is not well-formed XML: Named entity isn't defined: &unit;",
    ],
    ['a conref', topic('<p conref="a.dita#b/c"/>'), '3:1 `conref="a.dita#b/c"` is not followed'],
    [
      'a key without words',
      topic('<p><ph keyref="brand"/></p>'),
      '3:4 The words of the key `brand` are elsewhere',
    ],
    ['a link without words', topic('<p><xref href="b.dita"/></p>'), '3:4 A link to `b.dita` without words'],
    ['an unknown block', topic('<object/>'), '3:1 `object` cannot be carried over'],
    ['an unknown word', topic('<p><sort-as/>a</p>'), '3:4 `sort-as` cannot be carried over'],
    ['a raised word', topic('<p>a<sup>word</sup></p>'), '3:5 “word” cannot be raised'],
    [
      'a reader within code',
      topic('<pre>a <ph audience="patient">b</ph></pre>'),
      '3:8 Text for some readers cannot stand within `pre`',
    ],
    [
      'a condition with an unknown name',
      topic('<p product="a b">x</p>'),
      '3:1 Nothing says who gets `product="a b"`',
    ],
    [
      'a cell over two columns',
      topic(
        '<table><tgroup cols="2"><tbody><row><entry namest="a" nameend="b">x</entry></row></tbody></tgroup></table>',
      ),
      '3:37 A cell over several rows or columns cannot be carried over',
    ],
    [
      'a list in a cell',
      topic('<simpletable><strow><stentry><ul><li>x</li></ul></stentry></strow></simpletable>'),
      '3:21 A cell with more than a line of text cannot be carried over',
    ],
    [
      'a head for some',
      topic(
        '<simpletable><sthead audience="patient"><stentry>x</stentry></sthead><strow><stentry>x</stentry></strow></simpletable>',
      ),
      '3:14 The head of a table is for all its readers',
    ],
  ])('%s', (_, source, error) => {
    expect(errorsOf(importDita(source, {path: 'a.dita', config}))).toContain(error)
  })

  test.each<[string, string, string]>([
    ['not DITAVAL', '<map/>', '1:1 A DITAVAL file begins with `val`, not with `map`'],
    [
      'an unknown action',
      '<val>\n<prop att="a" action="hide"/></val>',
      '2:1 Unknown action `hide`. Allowed: include, exclude, passthrough, flag.',
    ],
    [
      'a value of nothing',
      '<val><prop val="a" action="exclude"/></val>',
      '1:6 A `prop` with `val` needs `att`',
    ],
  ])('in a DITAVAL file: %s', (_, source, error) => {
    const ditavals = [{path: 'a.ditaval', audience: undefined, source}]
    expect(errorsOf(importDita(topic('<p>x</p>'), {path: 'a.dita', config, ditavals}))).toEqual([error])
  })
})
