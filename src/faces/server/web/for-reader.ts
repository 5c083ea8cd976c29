import {NotServedError, type Rendering} from '../../../internal.ts'
import {Problem} from './problem.ts'

/**
 * Render for a reader who is declared; what can still be refused is one whom the page is not for.
 *
 * @throws {Problem} Then; it names those whom the page is for.
 */
export function forReader(make: () => Rendering): Rendering {
  try {
    return make()
  } catch (error) {
    if (error instanceof NotServedError) throw new Problem('not-served', error.message)
    throw error
  }
}
