import {printRuns, runsOf, sorted} from '../../core/citations/references/styles/clusters.ts'
import type {ClusterPart, NumberedItem} from '../../core/language/index.ts'
import type {CitationForm} from './citation-form.ts'
import type {Works} from './works.ts'

/** A cluster of a numbered style, by the settings of its XML. */
export function printNumbers(
  items: readonly NumberedItem[],
  form: CitationForm,
  {cite, range}: Pick<Works, 'cite' | 'range'>,
): readonly ClusterPart[] {
  const inOrder = form.sorts ? sorted(items) : items
  const runs = form.collapses ? runsOf(inOrder) : inOrder.map(item => [item])
  const plain = cite(undefined)
  const parts: ClusterPart[] = []
  const add = (value: string): void => {
    if (value !== '') parts.push({type: 'text', value})
  }
  for (const [index, run] of runs.entries()) {
    if (index > 0) add((runs[index - 1]?.length ?? 0) > 2 ? form.afterRange : form.delimiter)
    const locator = run[0]?.locator
    const {before} = locator === undefined ? plain : cite(locator)
    const after = locator === undefined ? plain.after : ''
    const printed = printRuns([run], {
      delimiter: form.delimiter,
      range,
      locator: where => cite(where).after,
    })
    for (const part of printed) {
      if (part.type === 'link') add(before)
      parts.push(part)
      if (part.type === 'link') add(after)
    }
  }
  return parts.length === 0 ? [] : merge([text(form.prefix), ...parts, text(form.suffix)])
}

/** Neighboring texts as one, without empty ones. */
export function merge(parts: readonly ClusterPart[]): readonly ClusterPart[] {
  const out: ClusterPart[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (part.value === '') continue
    if (part.type === 'text' && last?.type === 'text') out[out.length - 1] = text(last.value + part.value)
    else out.push(part)
  }
  return out
}

export function text(value: string): ClusterPart {
  return {type: 'text', value}
}
