import * as z from 'zod/mini'

/** An anchor that an author sets: `{#dose}`. No blank, no `#`, no quote; begins with a letter. */
export const anchorId = z
  .string()
  .check(
    z.regex(
      /^\p{L}[\p{L}\p{N}._:-]*$/u,
      'an id begins with a letter and holds letters, digits, `.`, `_`, `:` and `-`',
    ),
  )

export const idAttribute = {
  id: z.optional(anchorId).check(z.describe('An anchor that links can lead to; `{#dose}` is the short form')),
}

/** `omit="reason"` on a branch: its readers get nothing, on the record. */
export const omit = z
  .optional(z.string().check(z.trim(), z.minLength(1, 'a reason is needed')))
  .check(z.describe('Why the readers of this branch get nothing, on purpose'))
