import {describe, expect, test} from 'vitest'
import {Cache, MemoTable} from '../../../src/core/language/index.ts'

interface Reader {
  readonly audience: string
  readonly region: string
}

/** What a reader gets, and how often it was made. */
function greetings(): {greet: (reader: Reader) => string; made: () => number} {
  const traces = new MemoTable<Reader, string>()
  let made = 0
  const greet = (reader: Reader): string =>
    traces.get(reader, ask => {
      made++
      const audience = ask(of => of.audience)
      return audience === 'patient' ? `${audience} in ${ask(of => of.region)}` : audience
    })
  return {greet, made: () => made}
}

describe('Traces', () => {
  test('the same answers get the same result, made once', () => {
    const {greet, made} = greetings()
    expect(greet({audience: 'clinician', region: 'eu'})).toBe('clinician')
    expect(greet({audience: 'clinician', region: 'us'})).toBe('clinician') // the region is not queried
    expect(made()).toBe(1)
    expect(greet({audience: 'patient', region: 'eu'})).toBe('patient in eu')
    expect(greet({audience: 'patient', region: 'us'})).toBe('patient in us')
    expect(greet({audience: 'patient', region: 'eu'})).toBe('patient in eu')
    expect(made()).toBe(3)
  })

  test('an answer can be known by something else than itself', () => {
    const traces = new MemoTable<{readonly items: readonly number[]}, readonly number[]>()
    const get = (...items: number[]): readonly number[] =>
      traces.get({items}, ask =>
        ask(
          of => of.items,
          known => known.join(),
        ),
      )
    const first = get(1, 2)
    expect(get(1, 2)).toBe(first)
    expect(get(1, 3)).toEqual([1, 3])
  })

  test('what asks nothing is made once for all', () => {
    const traces = new MemoTable<Reader, object>()
    const get = (audience: string): object => traces.get({audience, region: ''}, () => ({}))
    expect(get('patient')).toBe(get('clinician'))
  })

  test('a failure is not stored', () => {
    const traces = new MemoTable<Reader, string>()
    const reader = {audience: 'patient', region: 'eu'}
    const failing = (): string => {
      throw new Error('no')
    }
    expect(() => traces.get(reader, failing)).toThrow('no')
    expect(traces.get(reader, () => 'yes')).toBe('yes')
  })

  test('however many readers there are, results stay right and few are kept', () => {
    const {greet, made} = greetings()
    const regions = Array.from({length: 200}, (_, index) => `r${index}`)
    for (const region of regions) expect(greet({audience: 'patient', region})).toBe(`patient in ${region}`)
    expect(made()).toBe(200)
    expect(greet({audience: 'patient', region: 'r199'})).toBe('patient in r199')
    expect(made()).toBe(200)
    // made again, since the table was cleared
    expect(greet({audience: 'patient', region: 'r0'})).toBe('patient in r0')
    expect(made()).toBe(201)
  })
})

describe('Memory', () => {
  test('recalls the last values by all their keys', () => {
    const cache = new Cache(2)
    const value = (...keys: readonly unknown[]): object => cache.lru(keys, () => ({}))
    const a = value('x', 1)
    const b = value('x', 2)
    expect(value('x', 1)).toBe(a)
    expect(value('x')).not.toBe(a)
    expect(value('x', 1)).toBe(a) // asked for more lately than b
    expect(value('x', 2)).not.toBe(b)
  })

  test('keeps what each owner made', () => {
    const cache = new Cache()
    const owner = (): void => undefined
    const kept = cache.memoize(owner, () => ({}))
    expect(cache.memoize(owner, () => ({}))).toBe(kept)
    expect(cache.memoize('another', () => ({}))).not.toBe(kept)
  })

  test('with no capacity it keeps nothing', () => {
    const cache = new Cache(0)
    expect(cache.memoize('owner', () => ({}))).not.toBe(cache.memoize('owner', () => ({})))
    expect(cache.lru(['key'], () => ({}))).not.toBe(cache.lru(['key'], () => ({})))
  })
})
