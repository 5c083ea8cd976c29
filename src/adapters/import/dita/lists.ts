import type {List, ListItem, PhrasingContent} from 'mdast'
import {blocksFor, markerFor} from './only.ts'
import {type DitaHandler, type Flow, type Shown, type State, shownTo} from './state.ts'
import {childrenNamed, elementsIn, isElement, spanOf, type XmlElement} from './xml.ts'

/** `ul`, `ol` and lists of their kind. */
export const list: DitaHandler<Flow> = (element, state) => {
  const items = elementsIn(element).flatMap(item => itemOf(item, state))
  return items.length === 0 ? [] : [listOf(element.name === 'ol', items)]
}

/** Steps; a part between them ends one list, and the next one goes on with its numbers. */
export const steps: DitaHandler<Flow> = (element, state) => {
  const isOrdered = element.name !== 'steps-unordered'
  const result: Flow[] = []
  let items: ListItem[] = []
  let done = 0
  const endList = (): void => {
    if (items.length > 0) result.push(listOf(isOrdered, items, done + 1))
    done += items.length
    items = []
  }
  for (const child of elementsIn(element)) {
    if (child.name === 'step' || child.name === 'substep') {
      const {importance} = child.attributes
      if (importance !== undefined)
        state.notes.warn(`\`importance="${importance}"\` is not carried over: say it in words`, spanOf(child))
      items.push(...itemOf(child, state))
    } else {
      endList()
      result.push(...state.flow([child], state))
    }
  }
  endList()
  return result
}

/** Terms with their definitions, as a list. */
export const definitions: DitaHandler<Flow> = (element, state) => {
  const items = elementsIn(element).flatMap((entry): ListItem[] => {
    const shown = shownTo(entry, state)
    if (shown === undefined) return []
    const terms = childrenNamed(entry, 'dt', 'pt', 'dthd')
    const others = entry.children.filter(child => !isElement(child) || !terms.includes(child))
    const words = terms.flatMap((term, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{type: 'text' as const, value: ', '}]),
      {type: 'strong', children: state.phrasing(term.children, shown.state)},
    ])
    const meanings = others.flatMap(child =>
      isElement(child) && ['dd', 'pd', 'ddhd'].includes(child.name)
        ? conditionedFlow(child, shown.state)
        : state.flow([child], shown.state),
    )
    return [marked([{type: 'paragraph', children: words}, ...meanings], shown)]
  })
  return items.length === 0 ? [] : [listOf(false, items)]
}

function conditionedFlow(element: XmlElement, state: State): Flow[] {
  const shown = shownTo(element, state)
  if (shown === undefined) return []
  return blocksFor(state.flow(element.children, shown.state), shown)
}

function itemOf(element: XmlElement, state: State): ListItem[] {
  const shown = shownTo(element, state)
  if (shown === undefined) return []
  const children = state.flow(element.children, shown.state)
  return children.length === 0 ? [] : [marked(children, shown)]
}

/** An item with the marker of its condition. */
export function marked(children: readonly Flow[], shown: Shown): ListItem {
  const [first, ...more] = children
  const spread = children.some(({type}, index) => index > 0 && type !== 'list')
  if (!shown.isConditional) return {type: 'listItem', spread, children: [...children]}
  const marker = markerFor(shown)
  if (first?.type === 'paragraph') {
    const paragraph: Flow = {...first, children: [marker, {type: 'text', value: ' '}, ...first.children]}
    return {type: 'listItem', spread, children: [paragraph, ...more]}
  }
  return {type: 'listItem', spread: true, children: [{type: 'paragraph', children: [marker]}, ...children]}
}

function listOf(ordered: boolean, children: ListItem[], start = 1): List {
  const spread = children.some(item => item.spread === true)
  return {type: 'list', ordered, spread, children, ...(ordered && {start})}
}
