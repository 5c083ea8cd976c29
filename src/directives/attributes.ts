import {z} from 'zod'

/** An anchor that an author sets: `{#dose}`. No blank, no `#`, no quote; begins with a letter. */
export const anchorId = z
  .string()
  .regex(
    /^\p{L}[\p{L}\p{N}._:-]*$/u,
    'an id begins with a letter and holds letters, digits, `.`, `_`, `:` and `-`',
  )

export const idAttribute = {
  id: anchorId.optional().describe('An anchor that links can lead to; `{#dose}` is the short form'),
}

/** `omit="reason"` on a branch: its readers get nothing, on the record. */
export const omit = z
  .string()
  .trim()
  .min(1, 'a reason is needed')
  .optional()
  .describe('Why the readers of this branch get nothing, on purpose')
