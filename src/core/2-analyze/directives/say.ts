import * as z from 'zod/mini'
import {type Branch, textToPhrasing, unbalancedTag} from '../../language/index.ts'
import {idAttribute} from './attributes.ts'
import {defineDirective} from './definition.ts'

/** `:say[default]{clinician="…"}`: a group within a line. Values are plain text, the label is phrasing. */
export const say = defineDirective({
  name: 'say',
  kinds: ['text'],
  label: true,
  attributes: z.catchall(z.object(idAttribute), z.string()),
  wordings: true,
  doc: 'Says one thing in each audience’s own words; the label is for everyone else.',
  lower(use, lowering) {
    const {id, ...wordings} = use.attributes
    const branches: Branch[] = []
    for (const [audience, text] of Object.entries(wordings)) {
      const written = use.node.data?.written?.attributes?.find(({name}) => name === audience)
      const position = written?.valuePosition ?? written?.position ?? use.node.position
      const tag = unbalancedTag(text)
      if (tag !== undefined) lowering.report('tag-unbalanced', {place: position, actual: tag})
      branches.push({
        type: 'branch',
        match: {audiences: [audience], dimensions: new Map(), otherwise: false},
        children: textToPhrasing(text, position),
        position,
      })
    }
    if (use.label !== undefined) {
      branches.push({
        type: 'branch',
        match: {audiences: undefined, dimensions: new Map(), otherwise: true},
        children: [],
        position: use.label.position,
      })
    }
    const group = id ?? lowering.nameOf(use.node)
    const reaches = lowering.group({
      group,
      kind: 'say',
      matches: branches.map(branch => branch.match),
      place: use.node.position,
    })
    const byDefault = branches.at(-1)
    if (use.label !== undefined && byDefault !== undefined)
      byDefault.children = lowering.phrasing(use.labelContent, reaches.at(-1))
    return [
      {
        type: 'say',
        group,
        children: branches,
        data: id === undefined ? {} : {id},
        position: use.node.position,
      },
    ]
  },
})
