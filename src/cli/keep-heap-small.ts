import {setFlagsFromString} from 'node:v8'

/**
 * Collect garbage when a heap has grown by a third since it was collected last. Left alone, V8 lets it grow to several times of
 * what lives in it, in each thread; work on many pages is no faster for that.
 *
 * @see https://v8.dev/blog/trash-talk
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=33')
}
