import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {DirectiveKind, WrittenAttribute} from '../language/index.ts'
import {formatIssue} from '../messages/format-issue.ts'
import type {Report} from '../messages/reporter.ts'
import {readCondition} from './conditions.ts'
import type {Directive, DirectiveDefinition, DirectiveUse} from './directives/definition.ts'
import type {Page} from './page.ts'

const kindOf = {
  textDirective: 'text',
  leafDirective: 'leaf',
  containerDirective: 'container',
} as const satisfies Record<Directive['type'], DirectiveKind>

const written: Record<DirectiveKind, string> = {text: ':name[…]', leaf: '::name', container: ':::name'}

export function isDirective(node: {type: string}): node is Directive {
  return node.type in kindOf
}

/**
 * Check a directive against its definition: name, kind, attributes, condition.
 *
 * @returns `undefined` after a report where the directive is broken: no reader gets its content then.
 */
export function useDirective(node: Directive, page: Page, report: Report): DirectiveUse | undefined {
  const {directives} = page.input
  const kind = kindOf[node.type]
  const definition = directives.get(node.name)
  if (definition === undefined || !definition.kinds.includes(kind)) {
    reportName(node, kind, definition, directives, report)
    return undefined
  }
  const attributes = readAttributes(node, definition, page, report)
  if (attributes === undefined) return undefined
  const source = {settings: page.input.settings, report, directive: node}
  const named = definition.conditions === 'dimensions' ? [definition.name] : undefined
  const read = definition.conditions === undefined ? undefined : readCondition(attributes, named, source)
  if (definition.conditions !== undefined && read === undefined) return undefined
  const parsed = parseAttributes(attributes, definition, page, node, report)
  if (parsed === undefined) return undefined
  const label = node.type === 'containerDirective' ? node.children.find(isLabel) : undefined
  if (node.data?.written?.label !== undefined && definition.label !== true) {
    const detail = `\`${node.name}\` takes no text in brackets: \`[${node.data.written.label.value}]\``
    report('directive-attribute-invalid', {place: node.data.written.label.position ?? node, detail})
    return undefined
  }
  return {
    node,
    name: node.name,
    kind,
    attributes: parsed,
    condition: read?.condition,
    match:
      read?.match ??
      (node.name === 'otherwise'
        ? {audiences: undefined, dimensions: new Map(), otherwise: true}
        : undefined),
    label: node.data?.written?.label,
    labelContent:
      // These two hold phrasing.
      node.type === 'containerDirective' ? (label?.children ?? []) : (node.children as PhrasingContent[]),
    content: node.type === 'containerDirective' ? node.children.filter(child => !isLabel(child)) : [],
  }
}

function isLabel(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data
}

function reportName(
  node: Directive,
  kind: DirectiveKind,
  definition: DirectiveDefinition | undefined,
  directives: ReadonlyMap<string, DirectiveDefinition>,
  report: Report,
): void {
  if (definition === undefined) {
    const expected = [...directives.values()].filter(({kinds}) => kinds.includes(kind)).map(({name}) => name)
    report('directive-unknown', {place: node, actual: node.name, expected})
    return
  }
  const forms = definition.kinds
    .map(allowed => `\`${written[allowed].replace('name', node.name)}\``)
    .join(' or ')
  const found = written[kind].replace('name', node.name)
  report('directive-misplaced', {
    place: node,
    actual: found,
    detail: `\`${found}\` is not a form of \`${node.name}\`: write ${forms}`,
  })
}

function readAttributes(
  node: Directive,
  definition: DirectiveDefinition,
  page: Page,
  report: Report,
): ReadonlyMap<string, WrittenAttribute> | undefined {
  const {settings} = page.input
  const allowed = Object.keys(definition.attributes.shape)
  if (definition.conditions !== undefined) allowed.push('for', 'not', ...settings.dimensions.keys())
  if (definition.wordings) allowed.push(...settings.audiences.ids)
  const attributes = new Map<string, WrittenAttribute>()
  const {attributes: most} = settings.limits
  if ((node.data?.written?.attributes?.length ?? 0) > most) {
    report('limit-exceeded', {place: node, detail: `\`${node.name}\` has more than ${most} attributes`})
    return undefined
  }
  let sound = true
  for (const attribute of node.data?.written?.attributes ?? []) {
    const {name, position} = attribute
    if (attributes.has(name)) {
      report('directive-attribute-invalid', {
        place: position,
        actual: name,
        detail: `\`${name}\` is given twice on \`${node.name}\``,
      })
      sound = false
    } else if (!allowed.includes(name)) {
      reportUnknown(attribute, node, allowed, definition.wordings === true, report)
      sound = false
    }
    attributes.set(name, attribute)
  }
  return sound ? attributes : undefined
}

function reportUnknown(
  {name, position}: WrittenAttribute,
  node: Directive,
  allowed: readonly string[],
  wordings: boolean,
  report: Report,
): void {
  const list = allowed.map(value => `\`${value}\``).join(', ')
  if (wordings && name !== 'class') {
    report('audience-unknown', {
      place: position,
      actual: name,
      expected: allowed.filter(value => value !== 'id'),
    })
    return
  }
  const detail = `\`${node.name}\` has no attribute \`${name}\`. Allowed: ${list === '' ? 'none' : list}.`
  report('directive-attribute-invalid', {place: position, actual: name, expected: allowed, detail})
}

function parseAttributes(
  attributes: ReadonlyMap<string, WrittenAttribute>,
  definition: DirectiveDefinition,
  page: Page,
  node: Directive,
  report: Report,
): Record<string, unknown> | undefined {
  const own = new Set([
    ...Object.keys(definition.attributes.shape),
    ...(definition.wordings ? page.input.settings.audiences.ids : []),
  ])
  const values = [...attributes.values()]
    .filter(({name}) => own.has(name))
    .map(({name, value}) => [name, value])
  const result = definition.attributes.safeParse(Object.fromEntries(values), {error: formatIssue})
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '')
    const attribute = attributes.get(name)
    report('directive-attribute-invalid', {
      place: attribute?.position ?? node,
      ...(attribute && {actual: attribute.value}),
      ...(issue.code === 'invalid_value' && {expected: issue.values.map(String)}),
      detail: attribute
        ? `\`${name}="${attribute.value}"\` on \`${node.name}\`: ${issue.code === 'invalid_value' ? 'must be ' : ''}${issue.message}`
        : `\`${node.name}\` needs the attribute \`${name}\``,
    })
  }
  return undefined
}
