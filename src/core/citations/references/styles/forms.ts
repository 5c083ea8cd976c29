import type {PhrasingContent} from 'mdast'
import type {Reference} from '../../../language/index.ts'
import {type SentencePart, sentences} from './sentences.ts'
import {type SourceKind, sourceKind} from './source-kind.ts'

/** How a style prints each kind of source: its sentences in order, without their full stops. */
export type Forms = Readonly<Record<SourceKind, (reference: Reference) => readonly SentencePart[]>>

/** One reference as phrasing. */
export function printEntry(reference: Reference, forms: Forms): PhrasingContent[] {
  return sentences(forms[sourceKind(reference)](reference))
}
