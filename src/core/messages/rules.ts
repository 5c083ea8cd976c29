import type {Severity} from '../language/message.ts'

export interface Rule {
  readonly severity: Severity
  /**
   * Severity where it weighs more: in a safety block, or in text that is far harder than its readers should
   * need.
   */
  readonly raised?: Severity
  /** One of the two promises rests on it: a project cannot turn it off or make it milder. */
  readonly safety: boolean
  /**
   * The message. `{actual}` is the value found, `{detail}` what the reporter adds, `{suggestion}` becomes
   * `: did you mean …? Allowed: ….`
   */
  readonly text: string
  /** What would go wrong otherwise, in a sentence. */
  readonly why: string
  /** How to fix it, in a sentence. */
  readonly note: string
}

const rule =
  (severity: Severity, safety = false) =>
  (text: string, why: string, note: string): Rule => ({severity, safety, text, why, note})
const error = rule('error')
const safety = rule('error', true)
const warning = rule('warning')
const info = rule('info')

/** THE table of messages: every rule, its severity, its words. Its page in the docs is named by its id. */
export const rules = {
  'front-matter-invalid': error(
    '{detail}',
    'What a page says of itself decides who may read it, so it is not guessed at.',
    'Front matter is YAML between two lines of `---` at the top of the file.',
  ),
  'front-matter-unknown-key': error(
    'Unknown front matter key `{actual}`{suggestion}',
    'A mistyped key would be ignored, and with it what its author meant.',
    'Put data of your own under `extra`.',
  ),
  'extra-by-audience': warning(
    '{detail}',
    'Under every other key a map by audience gives each reader their own text; `extra` goes to all readers as it is.',
    'Put data that differs between readers into a file that only your site reads, or name its keys otherwise.',
  ),
  'front-matter-unseen': safety(
    '{detail}',
    'A page says in its front matter which readers it is for: read as text, it would be shown to all of them.',
    'Begin the file with a line of `---`, with nothing before it and nothing behind it, and end the front matter with another one.',
  ),
  'audience-unknown': safety(
    'Unknown audience `{actual}`{suggestion}',
    'A condition for readers that do not exist shows its text to no reader, or, with `not`, to every reader.',
    'Audiences are declared in the configuration.',
  ),
  'directive-unknown': safety(
    'Unknown directive `{actual}`{suggestion}',
    'A mistyped name would print its brackets to every reader, and its condition would be lost.',
    'Put a backslash before the colon if it is meant as text.',
  ),
  'directive-misplaced': safety(
    '{detail}',
    'A directive in a place where it means nothing would do nothing, and its author would not notice.',
    'The reference of the language says where each directive may stand.',
  ),
  'directive-attribute-invalid': safety(
    '{detail}',
    'An attribute that is ignored may be the condition that keeps a text from other readers.',
    'The reference of the language lists the attributes of each directive.',
  ),
  'condition-missing': safety(
    '`{actual}` names no readers: `for` or `not` is missing',
    'A condition without readers is a slip: a guess would show a text to the wrong readers, or to none.',
    'Write for example `{for=clinician}`.',
  ),
  'condition-conflict': safety(
    '{detail}',
    'Of two conditions that contradict each other, at least one was not meant.',
    'Name the readers once: who may see it (`for`), or who may not (`not`).',
  ),
  'fence-unclosed': safety(
    '{detail}',
    'What a container without an end holds, and so who may read the rest of the page, is anyone’s guess.',
    'Close every container with a line of as many colons as it was opened with.',
  ),
  'fence-stray': safety(
    '{detail}',
    'A closing line too many mostly means that the one before closed too early.',
    'Remove the line, or open the container that it should close.',
  ),
  'fence-too-short': safety(
    '{detail}',
    'The inner container would end the outer one, and what follows would be shown to everyone.',
    'An outer container needs more colons than the ones inside it.',
  ),
  'fence-malformed': safety(
    '{detail}',
    'A line that nearly opens a container is read as text, and what it should have kept apart is shown to everyone.',
    'Write `:::name[Label]{attribute=value}` with nothing before, between or after.',
  ),
  'fence-escaped': warning(
    '{detail}',
    'Some editors and formatters escape or emphasize a fence, and what it kept apart is then shown to every reader.',
    'Remove the escape if the line is a fence; put it into a code span if it is an example.',
  ),
  'markup-residue': safety(
    '{detail}',
    'What looks like a condition and is none is shown to every reader, with the text that it should have kept apart.',
    'Put a backslash before the mark, or put it into a code span, if it is meant as text.',
  ),
  'marker-misplaced': safety(
    '{detail}',
    'A marker in the middle of a text could be meant for the word, the sentence or the block.',
    'A bare marker stands in a heading, or first in an item, a row, a header cell or a paragraph.',
  ),
  'never-shown': safety(
    '{detail}',
    'Text that no reader of the page can see was written for someone, who does not get it.',
    'Nested conditions must all hold; change one of them or remove the text.',
  ),
  'variant-missing': safety(
    '{detail}',
    'Readers without a wording of a passage would get a page with a hole in it.',
    'Add a branch for them, an `otherwise`, or `omit="reason"` to leave them out on purpose.',
  ),
  'variant-overlap': safety(
    '{detail}',
    'Which of two wordings a reader gets would depend on their order, and change when they are moved.',
    'Exactly one branch may fit each reader.',
  ),
  'variant-unreachable': error(
    '{detail}',
    'A wording that an earlier one covers reaches no reader, and goes stale unseen.',
    'Remove the branch, or change its readers.',
  ),
  'variant-fallback': info(
    '{detail}',
    'A wording that was written for others may be too hard, or say what these readers should hear differently.',
    'Write a branch of their own if the wording should differ.',
  ),
  'safety-missing': safety(
    '{detail}',
    'A warning that does not reach every reader of a page fails the one it was written for.',
    'A safety block must reach every audience that the page serves, in some wording.',
  ),
  'heading-orphaned': warning(
    '{detail}',
    'A heading with nothing below it promises these readers something that they do not get.',
    'Mark the heading for the same readers as the text below it.',
  ),
  'heading-level-skipped': warning(
    '{detail}',
    'Who moves from heading to heading takes a level that is left out for a part that is missing.',
    'Screen readers navigate by heading level; use the next level down.',
  ),
  'anchor-duplicate': error(
    '{detail}',
    'Links would lead to the first of the two, whichever was meant.',
    'Give each an id of its own.',
  ),
  'xref-missing': error(
    '{detail}',
    'These readers would follow a link to nowhere, or learn of a part that is not theirs.',
    'Point to an id that these readers have, or say `missing=text` or `missing=drop`.',
  ),
  'link-empty': warning(
    '{detail}',
    'A link without text shows nothing, and a screen reader has nothing to say of it.',
    'Write a text between the brackets. Only a link to a heading of the page has one of its own: that of the heading.',
  ),
  'footnote-missing': error(
    '{detail}',
    'These readers would see a mark, and no note.',
    'Define the footnote where everyone who sees the call can see it.',
  ),
  'footnote-uncalled': warning(
    '{detail}',
    'A note that nothing calls is printed for no reader, however much they need it.',
    'Call it where it belongs, as in `5 mg.[^renal]`, or remove it. Give each note a name of its own.',
  ),
  'text-unreached': warning(
    '{detail}',
    'What an author wrote was meant for somebody. Text that every reader misses is mostly a slip nearby.',
    'Put it where readers get it, leave it out on purpose with `omit`, or remove it.',
  ),
  'definition-hidden': safety(
    '{detail}',
    'The address stands in text for other readers: a link for these would take it from there.',
    'Define the link where everyone who sees the link can see it.',
  ),
  'citation-unknown': error(
    'Unknown reference `{actual}`{suggestion}',
    'A claim would stand without its source, and all later numbers would be wrong.',
    'References come from the front matter, `bibliography` and the project.',
  ),
  'citation-malformed': error(
    '{detail}',
    'Half a citation would be printed as text, or cite another work than was meant.',
    'Write `:cite[key]`, `:cite[key, p. 5]` or `:cite[one; two]`.',
  ),
  'citation-repeated': warning(
    '{detail}',
    'A work that is named twice in one place adds a number that says nothing.',
    'Remove the second, or give it a locator of its own.',
  ),
  'citation-locator-dropped': warning(
    '{detail}',
    'The page or table that was cited would be lost without a word.',
    'Say the place in the text, or choose a style that prints locators.',
  ),
  'variant-uncited': info(
    '{detail}',
    'These readers see no evidence, while other readers of the same page do.',
    'Cite the evidence for these readers too, if they should see it.',
  ),
  'reference-unused': warning(
    '{detail}',
    'A list of works without a citation is mostly left over from a text that has changed.',
    'Cite it or remove it.',
  ),
  'reference-incomplete': warning(
    '{detail}',
    'Readers cannot find a work whose journal, publisher or year is missing.',
    'Add what is missing to the reference, so that readers can find the work.',
  ),
  'reference-field-unprinted': info(
    '{detail}',
    'What stands in a reference is meant for its entry; no reader sees a field that the style passes over.',
    'Move what readers need into a field that the style prints, or remove the field.',
  ),
  'reference-duplicate': error(
    '{detail}',
    'Which of the two works a citation means would depend on the order of files.',
    'Each reference has one id and stands in one place.',
  ),
  'reference-retracted': warning(
    '{detail}',
    'Evidence that was withdrawn or corrected should not carry a claim unseen.',
    'Cite another work, or give the reference `acknowledged: true` once you have read the notice.',
  ),
  'reference-invalid': error(
    '{detail}',
    'A work that cannot be read cannot be listed, and every citation of it would fail.',
    'References are CSL-JSON items.',
  ),
  'term-unknown': error(
    'Unknown glossary term `{actual}`{suggestion}',
    'The reader would get the id of a term where a word should stand.',
    'Terms come from the glossary of the page or the project.',
  ),
  'term-unexplained': warning(
    '{detail}',
    'Readers without training meet a word that the project knows to be hard, and nothing explains it.',
    'Say it in plain words, or write `:term[…]`: each reader gets their own word, and it is explained.',
  ),
  'glossary-invalid': error(
    '{detail}',
    'A term that cannot be read is explained on no page.',
    'A glossary maps ids to `term`, `expansion` and `definition`, each a text or a map by audience.',
  ),
  'variable-invalid': error(
    '{detail}',
    'A value that cannot be read would leave a hole in a sentence, such as a dose without its number.',
    '`vars` maps names to texts, or to maps from audience ids and `default` to texts.',
  ),
  'variable-unknown': error(
    'Unknown variable `{actual}`{suggestion}',
    'A sentence with a hole in it may still read well, and say something else.',
    'Variables come from `vars` of the page or the project.',
  ),
  'entry-unused': info(
    '{detail}',
    'A term or a value that nothing uses is mostly left over from a text that has changed, or is named otherwise there.',
    'Use it, or remove it from the front matter.',
  ),
  'file-missing': error(
    '{detail}',
    'Without its references and terms a page cannot be cited or explained.',
    'Paths are relative to the file that names them; a leading `/` starts at the content root.',
  ),
  'include-missing': safety(
    '{detail}',
    'A part that is not there may be the warning that the page exists for.',
    'Paths are relative to the file that names them; a leading `/` starts at the content root.',
  ),
  'include-cycle': safety(
    '{detail}',
    'Such a page would never end.',
    'A file cannot include itself, nor a file that includes it.',
  ),
  'include-outside': safety(
    '{detail}',
    'Files outside the project may be secret, and are not there on the next machine.',
    'Only files inside the content root can be included.',
  ),
  'raw-html': error(
    '{detail}',
    'HTML is passed through unread: it can hide text, break a page, and run scripts.',
    'Use Markdown, or allow HTML with `rawHtml` in the configuration.',
  ),
  'html-dropped': warning(
    '{detail}',
    'An element that is not allowed disappears from every page, with what it would have shown.',
    'Use an element of the allow-list of GitHub, such as a link or an image, or put the element into the layout of your site.',
  ),
  'tag-unbalanced': error(
    '`{actual}` has no partner in the same text',
    'A subscript or superscript that does not end where it was meant to changes what a number says.',
    'Open and close `<sub>` and `<sup>` within one paragraph, cell, heading or directive, and within one emphasis or link.',
  ),
  'url-unsafe': safety(
    'Unsafe URL `{actual}`',
    'Such an address can run code in the reader’s browser.',
    'Links may use http, https, mailto, tel or be relative.',
  ),
  'parity-numbers': {
    ...warning(
      '{detail}',
      'Wordings of one passage for several readers should differ in words: a dose that only one of them has, or has otherwise, is mostly a mistake.',
      'Say the same numbers to everyone, or leave them out for everyone.',
    ),
    raised: 'error',
  },
  'parity-evidence': {
    ...warning(
      '{detail}',
      'A claim rests on the same evidence for every reader.',
      'Cite the same evidence for everyone.',
    ),
    raised: 'error',
  },
  readability: {
    ...warning(
      '{detail}',
      'Text that is far above what its readers are used to is not understood, however right it is.',
      'Split the sentence, use plainer words, and explain with `:term` those that must stay.',
    ),
    raised: 'error',
  },
  'variant-stale': warning(
    '{detail}',
    'When one wording is edited, its siblings may say what is no longer true.',
    'Read the wordings together, edit what should follow, and record them with `parlance check --accept`.',
  ),
  'disable-invalid': warning(
    '{detail}',
    'A comment that disables nothing looks as if somebody had decided something.',
    'Write `<!-- parlance-disable-next-line rule -- why -->` on the line above.',
  ),
  'disable-unused': warning(
    'The comment disables `{actual}`, of which nothing begins on the next line',
    'Such a comment would hide the next mistake that is made there.',
    'Remove the comment, or put it on the line above the message.',
  ),
  leak: safety(
    '{detail}',
    'One audience’s text was about to reach another: nothing weighs more.',
    'Nothing is published until the bug is fixed.',
  ),
  'table-cell-extra': safety(
    '{detail}',
    'A cell without a column has no condition, so its readers are unknown.',
    'Where a column is marked for some readers, every cell needs a column: write `\\|` for a bar that is text.',
  ),
  'alert-malformed': error(
    '{detail}',
    'GitHub, and Parlance, print the mark of an alert where text follows it, so that readers get markup in place of a call-out.',
    'The mark stands alone on the first line of its quote.',
  ),
  'image-alt-missing': warning(
    'Image `{actual}` has no alternative text',
    'Who cannot see the image gets nothing in its place, and neither does plain text.',
    'Say what the image shows between the brackets.',
  ),
  'slug-taken': error(
    '{detail}',
    'One of the two pages would overwrite the other.',
    'Give the page another `slug`, or another file name.',
  ),
  'render-failed': error(
    '{detail}',
    'A page that a worker of a queue cannot render is not published; the others are.',
    'Run `parlance render` on the page. Where that works, look at what the workers say, and at their memory.',
  ),
  'source-invalid': error(
    '{detail}',
    'Text in another encoding comes out as other characters, in words and in numbers.',
    'Sources are UTF-8 text.',
  ),
  'limit-exceeded': safety(
    '{detail}',
    'Beyond the limits, one page could hold up all others.',
    'Split the page, or raise the limit in the configuration.',
  ),
  'page-invalid': error(
    '{detail}',
    'A page is published for all of its readers or for none: a mistake in one wording may belong to another.',
    'Run `parlance check` on the page to see them.',
  ),
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** The severity of a rule, unless the configuration changes it. */
export function severityOfRule(id: RuleId, isRaised: boolean): Severity {
  const {severity, raised}: Rule = rules[id]
  return isRaised ? (raised ?? severity) : severity
}
