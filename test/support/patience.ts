/**
 * Milliseconds that a test may take, and that it waits for anything: for what hangs, since no machine is so
 * busy that what works takes this long.
 */
export const patience = 300_000

/** Do something again and again until something holds. @throws {Error} Where patience ends. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  {again = () => undefined, every = 50}: {again?: (time: number) => unknown; every?: number} = {},
): Promise<void> {
  const end = Date.now() + patience
  for (let time = 0; !(await holds()); time++) {
    if (Date.now() > end) throw new Error(`Waited for ${holds}`)
    await again(time)
    await new Promise(resolve => setTimeout(resolve, every))
  }
}
