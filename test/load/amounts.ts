/** How much of what: the whole takes a quarter of an hour; a small run sets these in the environment. */
export const amounts = {
  requests: fromEnvironment('PARLANCE_LOAD_REQUESTS', 1_000_000),
  connections: fromEnvironment('PARLANCE_LOAD_CONNECTIONS', 10_000),
  /** Of stopping under load. */
  rounds: fromEnvironment('PARLANCE_LOAD_ROUNDS', 10),
}

function fromEnvironment(name: string, usual: number): number {
  const value = Number(process.env[name] ?? usual)
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} must be a whole number from 1`)
  return value
}

/** A figure for `docs/operations.md`, where a person reads it. */
export function tell(name: string, figure: string): void {
  process.stdout.write(`  → ${name}: ${figure}\n`)
}

export const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`
