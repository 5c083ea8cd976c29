import {afterAll} from 'vitest'

/** What a test file makes while it is read is made by our own code, not by the mutant of the file before. */
const stryker: {activeMutant?: string} = Reflect.get(globalThis, '__stryker__') ?? {}

afterAll(() => {
  delete stryker.activeMutant
})
