import type {SelectedTerm} from '../../language/index.ts'

/** A term as a glossary lists it; `undefined` where nothing explains it to this reader. */
export function explanationOf({
  term,
  expansion,
  definition,
}: SelectedTerm): {readonly term: string; readonly explanation: string} | undefined {
  if (definition === undefined) return expansion === undefined ? undefined : {term, explanation: expansion}
  return {term: expansion === undefined ? term : `${term} (${expansion})`, explanation: definition}
}
