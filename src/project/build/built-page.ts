import type {PageRecord} from '../pages/render-page.ts'
import type {ManifestOutput} from './manifest.ts'

/** What a build made of one page. */
export interface BuiltPage extends Pick<PageRecord, 'path' | 'messages'> {
  /** Its files; none where it has errors, or was not made again. */
  readonly outputs: readonly (ManifestOutput & {
    /** Whether its bytes differ from those of the last build. */
    readonly changed: boolean
  })[]
  /** Whether it was not made again, since neither what it is made of nor what was made of it has changed. */
  readonly unchanged: boolean
}
