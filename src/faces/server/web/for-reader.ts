import {NotServedError, type Rendering} from '../../../internal.ts'
import {Problem} from './problem.ts'

/**
 * Render for a reader who is declared; the page may still not serve that reader.
 *
 * @throws {Problem} Then; it names the readers that the page serves.
 */
export function forReader(make: () => Rendering): Rendering {
  try {
    return make()
  } catch (error) {
    if (error instanceof NotServedError) throw new Problem('not-served', error.message)
    throw error
  }
}
