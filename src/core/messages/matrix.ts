import type {Document, GroupRecord} from '../language/document.ts'

/** How one audience is served by one group. */
export type MatrixCell =
  | {readonly via: 'own' | 'parent' | 'default' | 'missing' | 'unreached'}
  | {readonly via: 'fallback'; readonly from: string}
  | {readonly via: 'omitted'; readonly reason: string}

export interface MatrixRow {
  readonly group: string
  readonly kind: GroupRecord['kind']
  readonly file?: string
  readonly line?: number
  /** Per served audience, in their order. */
  readonly cells: ReadonlyMap<string, MatrixCell>
}

/** The completeness matrix of a document: one row a group or safety block, one cell a served audience. */
export function completeness(document: Document): readonly MatrixRow[] {
  return document.groups.map(record => ({
    group: record.group,
    kind: record.kind,
    ...(record.file !== undefined && {file: record.file}),
    ...(record.place !== undefined && {line: record.place.start.line}),
    cells: new Map(document.audiences.map(id => [id, cellOf(record, id)])),
  }))
}

function cellOf(record: GroupRecord, audience: string): MatrixCell {
  const resolution = record.audiences.get(audience)
  if (resolution === undefined) return {via: 'unreached'}
  if (resolution.via === 'missing') return {via: 'missing'}
  const reason = record.omitted[resolution.branch]
  if (reason !== undefined) return {via: 'omitted', reason}
  return resolution.via === 'fallback' ? {via: 'fallback', from: resolution.from} : {via: resolution.via}
}
