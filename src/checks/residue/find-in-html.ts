import {anyOf, foldLookAlikes, isComment} from '../../core/language/index.ts'
import type {ResidueNames} from './find-residue.ts'

/** What raw HTML or a comment of another system does for some readers. */
export interface HtmlResidue {
  readonly detail: string
  readonly closes: boolean
}

/** Attributes that name or address something, so that an audience’s id in them tells nothing. */
const harmless =
  /^(?:id|name|href|src|srcset|alt|title|content|style|width|height|lang|dir|align|type|rel|target|aria-.*)$/

/** Looks for a condition in raw HTML. */
export type FindInHtml = (html: string) => HtmlResidue | undefined

/**
 * Finds elements, attributes and comments that make a condition of a declared audience: `<clinician>`,
 * `<If test="clinician">`, `<div class="clinician">`, `<!-- if clinician -->`, `<!-- /clinician -->`.
 */
export function htmlFinder({audiences, conditional}: ResidueNames): FindInHtml {
  const all = [...audiences, ...conditional]
  const candidate = new RegExp(anyOf(all), 'u')
  const element = new RegExp(
    `^</?[\\w:.-]*(?:${anyOf(audiences)}|(?<![\\w])(?:${anyOf(conditional)})(?![\\w]))`,
    'u',
  )
  const id = new RegExp(`(?<![\\w-])(?:${anyOf(audiences)})s?(?![\\w])`, 'u')
  const comment = commentFinder(audiences, conditional)
  return html => {
    const {text} = foldLookAlikes(html)
    if (!candidate.test(text)) return undefined
    if (isComment(html)) return comment(text)
    if (/<[?%]/.test(text) && id.test(text)) return {detail: 'A template is no condition here', closes: false}
    for (const [tag, name = ''] of text.matchAll(/(<\/?[a-z][\w:.-]*)[^<>]*>?/gu)) {
      const closes = tag.startsWith('</')
      if (element.test(name)) return {detail: `\`${name}>\` is no condition here`, closes}
      for (const [, attribute = '', value = ''] of tag.matchAll(
        /([\w:@.-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gu,
      ))
        if (!harmless.test(attribute) && id.test(value))
          return {detail: `\`${name} ${attribute}=…\` is no condition here`, closes}
    }
    return undefined
  }
}

/** Words that begin a condition in a comment. */
const opening = '(?:if|ifdef|ifndef|elif|only|when|unless|begin|start|end|stop|show|hide)'

function commentFinder(audiences: readonly string[], conditional: readonly string[]): FindInHtml {
  const audience = `(?:${anyOf(audiences)})s?(?![\\p{L}\\p{N}])`
  const name = `(?:${anyOf([...audiences, ...conditional])})s?(?![\\p{L}\\p{N}])`
  const opens = new RegExp(
    `^<!--[^\\p{L}\\p{N}]*(?:${opening}[^\\p{L}\\p{N}]+)+(?:(?:for|not|audience|role)[^\\p{L}\\p{N}]+)?${audience}[^\\p{L}\\p{N}]*-->|^<!--\\s*(?:for|not|audiences?|role|profile)\\s*[:=][^\\p{L}\\p{N}]*${audience}[^\\p{L}\\p{N}]*-->`,
    'u',
  )
  const closes = new RegExp(
    `^<!--\\s*[#@:]?(?:/\\s*${name}|(?:end|stop|close)[\\s:_-]*${name}|${name}\\s*[:/.-]?\\s*(?:end|stop|close)\\b)[^\\p{L}\\p{N}]*-->`,
    'u',
  )
  const detail = 'A comment is no condition: what follows it is text for every reader. Write `:::only{for=…}`'
  return comment => {
    if (closes.test(comment)) return {detail, closes: true}
    return opens.test(comment) ? {detail, closes: false} : undefined
  }
}
