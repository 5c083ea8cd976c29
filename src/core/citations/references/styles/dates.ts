import type {CslDate} from '../../../language/index.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A date as `2015 Feb 19`, as much of it as is known; a range as `2015 Feb–Mar`-like text with both ends.
 *
 * @param date CSL date; months and seasons are numbers from 1.
 */
export function formatDate(date: CslDate | undefined): string {
  if (date === undefined) return ''
  const [start, end] = (date['date-parts'] ?? []).map(formatParts)
  if (start === undefined || start === '') return date.literal ?? ''
  return end === undefined || end === '' ? start : `${start}–${end}`
}

/** The year alone. */
export function formatYear(date: CslDate | undefined): string {
  const year = date?.['date-parts']?.[0]?.[0]
  return year === undefined ? (date?.literal ?? '') : String(year)
}

function formatParts([year, month, day]: readonly number[]): string {
  if (year === undefined) return ''
  const name = month === undefined ? undefined : months[month - 1]
  return [String(year), name, name === undefined ? undefined : day]
    .filter(part => part !== undefined)
    .join(' ')
}
