/** What a unit measures, and how many of that kind's base unit it is. */
type Unit = readonly [kind: string, factor: number]

/** Units by every spelling that authors use; SI and those that medicine keeps beside it. */
const units: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['kg kilogram kilograms', 'mass', 1e6],
      ['g gram grams', 'mass', 1e3],
      ['mg milligram milligrams', 'mass', 1],
      ['µg μg mcg ug microgram micrograms', 'mass', 1e-3],
      ['ng nanogram nanograms', 'mass', 1e-6],
      ['l litre litres liter liters', 'volume', 1e3],
      ['dl deciliter deciliters decilitre decilitres', 'volume', 100],
      ['ml milliliter milliliters millilitre millilitres cc', 'volume', 1],
      ['µl μl microliter microliters microlitre microlitres', 'volume', 1e-3],
      ['s sec second seconds', 'time', 1],
      ['min minute minutes', 'time', 60],
      ['h hr hrs hour hours', 'time', 3600],
      ['d day days', 'time', 86_400],
      ['wk week weeks', 'time', 604_800],
      ['month months', 'months', 1],
      ['year years', 'months', 12],
      ['mol', 'amount', 1e3],
      ['mmol millimole millimoles', 'amount', 1],
      ['µmol μmol umol', 'amount', 1e-3],
      ['iu u unit units', 'units', 1],
      ['meq', 'equivalents', 1],
      ['mmhg', 'pressure', 1],
      ['kpa', 'pressure', 7.500_62],
      ['% percent', 'share', 1],
      ['°c celsius', 'celsius', 1],
      ['°f fahrenheit', 'fahrenheit', 1],
      ['cm centimeter centimeters centimetre centimetres', 'length', 10],
      ['mm millimeter millimeters millimetre millimetres', 'length', 1],
      ['m meter meters metre metres', 'length', 1e3],
      ['kcal', 'energy', 1],
      ['bpm', 'rate', 1],
      ['tablet tablets', 'tablets', 1],
      ['puff puffs', 'puffs', 1],
      ['drop drops', 'drops', 1],
      ['dose doses', 'doses', 1],
    ] as const
  ).flatMap(([names, kind, factor]) =>
    names.split(' ').map((name): [string, Unit] => [name, [kind, factor]]),
  ),
)

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Spelled-out numbers below a hundred, `half` and `a`; hundreds are written in digits. */
const spelled: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, index): [string, number][] => [
    [word, (index + 2) * 10],
    ...ones
      .slice(1, 10)
      .map((one, value): [string, number] => [`${word}-${one}`, (index + 2) * 10 + value + 1]),
  ]),
  ['half', 0.5],
])

const number = String.raw`\d{1,3}(?:[,\u00A0\u202F ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`
const words = [...spelled.keys()].sort((left, right) => right.length - left.length).join('|')
const spellings = [...units.keys()].sort((left, right) => right.length - left.length).join('|')
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:(${number})(?:\\s?[–-]\\s?(${number})|\\s+to\\s+(${number}))?[\\s\\u00A0-]{0,2}|(${words})[\\s\\u00A0-]{1,2})(${spellings})(?:/(${spellings}))?(?![\\p{L}\\p{N}])`,
  'giu',
)

/** A number with its unit. */
export interface Quantity {
  /** The same for all spellings of the same amount: `1 g` and `1000 mg`. */
  readonly key: string
  readonly written: string
}

/**
 * The numbers with units in a text, each end of a range by itself. Numbers may be spelled out in English;
 * units may be written out.
 */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (const [written, from, upTo, to, word, unit = '', per] of text.matchAll(pattern)) {
    const values = [from, upTo ?? to].filter(value => value !== undefined).map(toNumber)
    if (word !== undefined) values.push(spelled.get(word.toLowerCase()) ?? Number.NaN)
    for (const value of values) {
      const key = keyOf(value, unit, per)
      if (key !== undefined) found.push({key, written: written.replace(/\s+/g, ' ')})
    }
  }
  return found
}

/** `1,000` is a thousand, `0,75` three quarters: three digits behind a comma are a group. */
function toNumber(written: string): number {
  const grouped = /^\d{1,3}(?:[,\u00A0\u202F ]\d{3})+(?:\.\d+)?$/.test(written)
  return Number(grouped ? written.replace(/[,\u00A0\u202F ]/g, '') : written.replace(',', '.'))
}

function keyOf(value: number, unit: string, per: string | undefined): string | undefined {
  const [kind, factor] = units.get(unit.toLowerCase()) ?? []
  const [perKind, perFactor] = per === undefined ? ['', 1] : (units.get(per.toLowerCase()) ?? [])
  if (kind === undefined || factor === undefined || perKind === undefined || perFactor === undefined)
    return undefined
  return `${Number(((value * factor) / perFactor).toPrecision(9))} ${kind}${perKind === '' ? '' : `/${perKind}`}`
}
