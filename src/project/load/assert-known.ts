import {explain, type Format, formatNames, type ResolvedConfig} from '../../internal.ts'

/**
 * Whether what a caller asks for is there to be had.
 *
 * @param wanted Ids of audiences and names of formats.
 * @param config That declares them.
 * @throws {RangeError} For an unknown audience or format; the message lists those that there are.
 */
export function assertKnown(
  {
    audiences = [],
    formats = [],
  }: {readonly audiences?: readonly string[]; readonly formats?: readonly Format[]},
  {settings}: ResolvedConfig,
): void {
  for (const id of audiences)
    if (!settings.audiences.has(id))
      throw new RangeError(`Unknown audience \`${id}\`${explain(id, settings.audiences.ids)}`)
  for (const format of formats)
    if (!formatNames.includes(format))
      throw new RangeError(`Unknown format \`${format}\`${explain(format, formatNames)}`)
}
