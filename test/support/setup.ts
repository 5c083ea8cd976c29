import {setFlagsFromString} from 'node:v8'
import fc from 'fast-check'

/**
 * The same examples in every run of `npm test`, so that a failure is about the change under test;
 * `npm run test:deep` looks at new ones each time, and prints the seed of a failure.
 */
if (process.env.PARLANCE_DEEP === undefined)
  fc.configureGlobal({...fc.readConfigureGlobal(), seed: 20_250_624})

// A build in threads makes all heaps of its process grow slowly. Files share a process here, and others
// should be quick.
setFlagsFromString('--heap-growing-percent=0')
