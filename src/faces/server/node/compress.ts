import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'
import type {AppOptions} from '../web/app.ts'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * A body in another coding, made outside the thread that answers. It is made once and sent often, so it may
 * take its time; Brotli's last two levels take ten times as long for one percent.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7932
 */
export const compress: NonNullable<AppOptions['compress']> = async (body, coding) => {
  const {BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT} = constants
  const params = {
    [BROTLI_PARAM_QUALITY]: 9,
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  const made = coding === 'br' ? await toBrotli(body, {params}) : await toGzip(body, {level: 9})
  return new Uint8Array(made)
}
