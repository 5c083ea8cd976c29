/** How much properties look at: set by `vitest.config.ts` and by `npm run test:deep`. */
const effort =
  process.env.PARLANCE_DEEP !== undefined
    ? 'deep'
    : process.env.PARLANCE_FULL !== undefined
      ? 'full'
      : 'quick'

/** One value for `npm test`, one for `npm run test:all`, one for `npm run test:deep`. */
export function byEffort<Value>(quick: Value, full: Value, deep: Value): Value {
  return {quick, full, deep}[effort]
}
