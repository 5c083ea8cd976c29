import type {Severity} from '../document/message.ts'

interface Rule {
  readonly severity: Severity
  /** Severity where it weighs more: in a safety block, or in text that is far harder than its readers should need. */
  readonly raised?: Severity
  /** One of the two promises rests on it: a project cannot turn it off or make it milder. */
  readonly safety: boolean
  /**
   * The message. `{actual}` is the value found, `{detail}` what the reporter adds, `{suggestion}` becomes
   * `: did you mean …? Allowed: ….`
   */
  readonly text: string
  /** How to mend it, in a sentence. */
  readonly note: string
}

const error = (text: string, note: string): Rule => ({severity: 'error', safety: false, text, note})
const safety = (text: string, note: string): Rule => ({severity: 'error', safety: true, text, note})
const warning = (text: string, note: string): Rule => ({severity: 'warning', safety: false, text, note})
const info = (text: string, note: string): Rule => ({severity: 'info', safety: false, text, note})

/** THE table of messages: every rule, its severity, its words. Its page in the docs is named by its id. */
export const rules = {
  'front-matter-invalid': error(
    '{detail}',
    'Front matter is YAML between two lines of `---` at the top of the file.',
  ),
  'front-matter-unknown-key': error(
    'Unknown front matter key `{actual}`{suggestion}',
    'Put data of your own under `extra`.',
  ),
  'audience-unknown': safety(
    'Unknown audience `{actual}`{suggestion}',
    'Audiences are declared in the configuration.',
  ),
  'directive-unknown': safety(
    'Unknown directive `{actual}`{suggestion}',
    'Put a backslash before the colon if it is meant as text.',
  ),
  'directive-misplaced': safety(
    '{detail}',
    'The reference of the language says where each directive may stand.',
  ),
  'directive-attribute-invalid': safety(
    '{detail}',
    'The reference of the language lists the attributes of each directive.',
  ),
  'condition-missing': safety(
    '`{actual}` says for nobody: `for` or `not` is missing',
    'Write for example `{for=clinician}`.',
  ),
  'condition-conflict': safety(
    '{detail}',
    'Name the readers once: who may see it (`for`), or who may not (`not`).',
  ),
  'fence-unclosed': safety(
    '{detail}',
    'Close every container with a line of as many colons as it was opened with.',
  ),
  'fence-stray': safety('{detail}', 'Remove the line, or open the container that it should close.'),
  'fence-too-short': safety('{detail}', 'An outer container needs more colons than the ones inside it.'),
  'fence-malformed': safety(
    '{detail}',
    'Write `:::name[Label]{attribute=value}` with nothing before, between or after.',
  ),
  'marker-misplaced': safety(
    '{detail}',
    'A bare marker stands in a heading, or first in an item, a row, a header cell or a paragraph.',
  ),
  'never-shown': safety(
    '{detail}',
    'Nested conditions must all hold; change one of them or remove the text.',
  ),
  'variant-missing': safety(
    '{detail}',
    'Add a branch for them, an `otherwise`, or `omit="reason"` to leave them out on purpose.',
  ),
  'variant-overlap': safety('{detail}', 'Exactly one branch may fit each reader.'),
  'variant-unreachable': error('{detail}', 'Remove the branch or change whom it is for.'),
  'variant-fallback': info('{detail}', 'Write a branch of their own if the wording should differ.'),
  'safety-missing': safety(
    '{detail}',
    'A safety block must reach every audience that the page promises, in some wording.',
  ),
  'heading-orphaned': warning('{detail}', 'Mark the heading for the same readers as the text below it.'),
  'heading-level-skipped': warning(
    '{detail}',
    'Screen readers navigate by heading level; use the next level down.',
  ),
  'anchor-duplicate': error('{detail}', 'Give each an id of its own.'),
  'xref-missing': error(
    '{detail}',
    'Point to an id that these readers have, or say `missing=text` or `missing=drop`.',
  ),
  'footnote-missing': error('{detail}', 'Define the footnote where everyone who sees the call can see it.'),
  'definition-hidden': safety('{detail}', 'Define the link where everyone who sees the link can see it.'),
  'citation-unknown': error(
    'Unknown reference `{actual}`{suggestion}',
    'References come from the front matter, `bibliography` and the project.',
  ),
  'citation-malformed': error('{detail}', 'Write `:cite[key]`, `:cite[key, p. 5]` or `:cite[one; two]`.'),
  'citation-repeated': warning('{detail}', 'Remove the second, or give it a locator of its own.'),
  'citation-locator-dropped': warning(
    '{detail}',
    'Say the place in the text, or choose a style that prints locators.',
  ),
  'variant-uncited': info('{detail}', 'Cite the evidence for these readers too, if they should see it.'),
  'reference-unused': warning('{detail}', 'Cite it or remove it.'),
  'reference-incomplete': warning(
    '{detail}',
    'Add what is missing to the reference, so that readers can find the work.',
  ),
  'reference-duplicate': error('{detail}', 'Each reference has one id and stands in one place.'),
  'reference-retracted': warning(
    '{detail}',
    'Cite another work, or give the reference `acknowledged: true` once you have read the notice.',
  ),
  'reference-invalid': error('{detail}', 'References are CSL-JSON items.'),
  'term-unknown': error(
    'Unknown glossary term `{actual}`{suggestion}',
    'Terms come from the glossary of the page or the project.',
  ),
  'term-unexplained': warning(
    '{detail}',
    'Say it in plain words, or write `:term[…]`: each reader gets their own word, and it is explained.',
  ),
  'glossary-invalid': error(
    '{detail}',
    'A glossary maps ids to `term`, `expansion` and `definition`, each a text or a map by audience.',
  ),
  'variable-invalid': error(
    '{detail}',
    '`vars` maps names to texts, or to maps from audience ids and `default` to texts.',
  ),
  'variable-unknown': error(
    'Unknown variable `{actual}`{suggestion}',
    'Variables come from `vars` of the page or the project.',
  ),
  'file-missing': error(
    '{detail}',
    'Paths are relative to the file that names them; a leading `/` starts at the content root.',
  ),
  'include-missing': safety(
    '{detail}',
    'Paths are relative to the file that names them; a leading `/` starts at the content root.',
  ),
  'include-cycle': safety('{detail}', 'A file cannot include itself, nor a file that includes it.'),
  'include-outside': safety('{detail}', 'Only files inside the content root can be included.'),
  'raw-html': error('{detail}', 'Use Markdown, or allow HTML with `rawHtml` in the configuration.'),
  'url-unsafe': safety('Unsafe URL `{actual}`', 'Links may use http, https, mailto, tel or be relative.'),
  'parity-numbers': {
    ...warning('{detail}', 'Say the same numbers to everyone, or leave them out for everyone.'),
    raised: 'error',
  },
  'parity-evidence': {
    ...warning('{detail}', 'Cite the same evidence for everyone.'),
    raised: 'error',
  },
  readability: {
    ...warning(
      '{detail}',
      'Split the sentence, use plainer words, and explain with `:term` those that must stay.',
    ),
    raised: 'error',
  },
  'variant-stale': warning(
    '{detail}',
    'Read the wordings together, edit what should follow, and record them with `parlance check --accept`.',
  ),
  'disable-invalid': warning(
    '{detail}',
    'Write `<!-- parlance-disable-next-line rule -- why -->` on the line above.',
  ),
  'disable-unused': warning(
    'The comment disables `{actual}`, of which nothing begins on the next line',
    'Remove the comment, or put it on the line above the message.',
  ),
  leak: safety('{detail}', 'Nothing is published until the bug is mended.'),
  'table-cell-extra': safety(
    '{detail}',
    'Where a column is marked for some readers, every cell needs a column: write `\\|` for a bar that is text.',
  ),
  'image-alt-missing': warning(
    'Image `{actual}` has no alternative text',
    'Say what the image shows between the brackets.',
  ),
  'slug-taken': error('{detail}', 'Give the page another `slug`, or another file name.'),
  'source-invalid': error('{detail}', 'Sources are UTF-8 text.'),
  'limit-exceeded': safety('{detail}', 'Split the page, or raise the limit in the configuration.'),
  'page-invalid': error('{detail}', 'Run `parlance check` on the page to see them.'),
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** The severity of a rule that nobody changed. */
export function severityOfRule(id: RuleId, isRaised: boolean): Severity {
  const {severity, raised}: Rule = rules[id]
  return isRaised ? (raised ?? severity) : severity
}

/** Page that explains a rule. The host is reserved (RFC 2606) until the docs have a public home. */
export const ruleUrl = (id: RuleId): string => `https://parlance.example/rules/${id}`
