/** `Swain, Sandra M` as family and given name, with a suffix; a name without comma stands as it is. */
export function nameOf(written: string): Record<string, string> {
  const [family = '', given = '', suffix = ''] = written.split(',').map(part => part.trim())
  if (given === '') return family.includes(' ') ? {literal: family} : {family}
  const [, rest = given, jr] = /^(.+?)\s+(Jr\.?|Sr\.?|[23]rd|2nd|4th|III?|IV)$/.exec(given) ?? []
  const end = suffix || jr
  return {family, given: rest, ...(end && {suffix: end.replace(/\.$/, '')})}
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date as bibliographic exports write it: `1948/07//`, `2019 Mar 5`, `20180330`, `2011 Nov-Dec`. What is no
 * date is kept as text.
 */
export function dateOf(written: string | undefined): Record<string, unknown> | undefined {
  if (written === undefined) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(written)
  if (compact) return {'date-parts': [compact.slice(1).map(Number)]}
  const [year, month = '', day = ''] = written.split(/[\s/.-]+/)
  if (year === undefined || !/^\d{4}$/.test(year)) return {literal: written}
  const parts = [Number(year)]
  const number = /^\d{1,2}$/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  if (number < 1 || number > 12) return month === '' ? {'date-parts': [parts]} : {literal: written}
  parts.push(number)
  if (/^\d{1,2}$/.test(day) && Number(day) > 0) parts.push(Number(day))
  return {'date-parts': [parts]}
}

/** An id for a record that brings none: family name and year, `shannon1948`. */
export function keyFor(family: string | undefined, date: Record<string, unknown> | undefined): string {
  const parts = date?.['date-parts'] as readonly (readonly number[])[] | undefined // made by `dateOf`
  const name = (family ?? 'anonymous')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  return `${name}${parts?.[0]?.[0] ?? ''}`
}

/** The same object without what is `undefined`. */
export function present(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== ''))
}
