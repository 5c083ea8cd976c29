import {neededParts, type Site} from '../language/index.ts'
import {withoutUndefined} from './defaults.ts'
import type {ConfigInput} from './schema.ts'

const fromProject = 'is read by the command line and `parlance-md/project`'

/** What a schema cannot see of `site`: path below it, and what is wrong. */
export function siteProblems(site: ConfigInput['site'] = {}): readonly (readonly [string, string])[] {
  const {layout, stylesheet, template} = site
  const problems: [string, string][] = []
  for (const part of neededParts)
    if (layout !== undefined && !layout.includes(part))
      problems.push(['layout', `must have the part \`${part}\``])
  const twice = layout?.find((part, index) => layout.indexOf(part) !== index)
  if (twice !== undefined) problems.push(['layout', `has the part \`${twice}\` twice`])
  const css = typeof stylesheet === 'object' ? stylesheet.css : undefined
  if (stylesheet !== undefined && css === undefined)
    problems.push(['stylesheet', `a file ${fromProject}; here, give \`{css: '…'}\``])
  if (css !== undefined && /<\/style/i.test(css)) problems.push(['stylesheet', 'cannot hold `</style`'])
  if (typeof template === 'string')
    problems.push(['template', `a file ${fromProject}; here, give a function from slots to HTML`])
  return problems
}

/** `site` as the phases see it. */
export function toSite({stylesheet, template, ...rest}: NonNullable<ConfigInput['site']> = {}): Site {
  const {css, replace = false} = typeof stylesheet === 'object' ? stylesheet : {}
  return {
    ...withoutUndefined(rest),
    ...(css !== undefined && {stylesheet: {css, replace}}),
    ...(typeof template === 'function' && {template}),
  }
}
