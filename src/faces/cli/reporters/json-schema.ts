import {z} from 'zod'

const position = z.int().positive()

const message = z.strictObject({
  ruleId: z.string().describe('Id of a rule of docs/rules.md'),
  severity: z.enum(['error', 'warning', 'info']).describe('An error keeps the page from being published'),
  reason: z.string().describe('What was found'),
  file: z.string().optional().describe('Path from the project’s folder, with `/`'),
  line: position.optional().describe('From 1'),
  column: position.optional().describe('From 1, in UTF-16 units'),
  endLine: position.optional().describe('Line on which it ends'),
  endColumn: position.optional().describe('Column behind its last character'),
  actual: z.string().optional().describe('The value that was found'),
  expected: z.array(z.string()).optional().describe('What may stand there instead, most likely first'),
  note: z.string().optional().describe('How to fix it'),
  url: z.string().optional().describe('Page of the rule'),
  audiences: z
    .array(z.string())
    .optional()
    .describe('Audiences whose variants it concerns; absent: the page as a whole'),
})

const cell = z.union([
  z.strictObject({via: z.enum(['own', 'parent', 'default', 'missing', 'unreached'])}),
  z.strictObject({via: z.literal('fallback'), from: z.string().describe('Audience whose wording stands in')}),
  z.strictObject({via: z.literal('omitted'), reason: z.string().describe('Why it is left out on purpose')}),
])

const row = z.strictObject({
  group: z.string().describe('Id of the group, or a name that counts'),
  kind: z.enum(['variants', 'say', 'safety', 'text']).describe('What kind of group it is'),
  file: z.string().optional().describe('Included file that it stands in'),
  line: position.optional().describe('Line on which it begins'),
  cells: z.record(z.string(), cell).describe('Which wording each audience gets'),
})

const citation = z.strictObject({
  key: z.string().describe('Id of the reference'),
  numbers: z
    .record(z.string(), position.optional())
    .describe('Its number by the name of the reader, for readers who get it cited'),
})

const page = z.strictObject({
  path: z.string().describe('Path of the source from the project’s folder'),
  messages: z.array(message).describe('Errors first, then warnings, each in order of file and place'),
  matrix: z.array(row).describe('The completeness matrix: a row a group or safety block'),
  citations: z.array(citation).describe('Cited works in source order'),
})

const checkOutput = z.strictObject({
  version: z.literal(1).describe('Of this form'),
  pages: z.array(page).describe('In the order of their paths'),
  summary: z
    .strictObject({
      pages: z.int().nonnegative(),
      errors: z.int().nonnegative(),
      warnings: z.int().nonnegative(),
      notes: z.int().nonnegative(),
    })
    .describe('How many there are in all'),
})

/** What `parlance check --reporter json` prints. */
export type CheckOutput = z.infer<typeof checkOutput>

/** JSON Schema (draft 2020-12) of what `parlance check --reporter json` prints. */
export function checkReportJsonSchema(): Record<string, unknown> {
  return {...z.toJSONSchema(checkOutput), title: 'Report of parlance check'}
}
