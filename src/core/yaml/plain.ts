/**
 * Maps as objects without a prototype, at any depth, for schemas and for JSON: `__proto__` is then a key like
 * any other. Other values stay as they are.
 */
export function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain)
  if (!(value instanceof Map)) return value
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, below] of value as Map<string, unknown>) object[key] = toPlain(below)
  return object
}

/** The way back: objects as Maps, scalars as text, so that configuration written in code reads like YAML. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain)
  if (typeof value === 'object' && value !== null && !(value instanceof Map)) {
    return new Map(Object.entries(value).map(([key, below]) => [key, fromPlain(below)]))
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}
