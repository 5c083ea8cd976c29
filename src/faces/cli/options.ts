import {InvalidArgumentError, Option} from 'commander'
import {explain, type Format, formatNames, type ResolvedConfig} from '../../internal.ts'
import {loadProject, type Project} from '../../project/index.ts'
import {UsageError} from './exit-codes.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly config?: string
  /** Absolute. */
  readonly cwd: string
  readonly color?: boolean
  readonly quiet?: boolean
}

/** One of a list; commander puts the message behind the option's name. */
export function oneOf<Value extends string>(allowed: readonly Value[]): (value: string) => Value {
  return value => {
    const found = allowed.find(candidate => candidate === value)
    if (found === undefined)
      throw new InvalidArgumentError(`Unknown value \`${value}\`${explain(value, allowed)}`)
    return found
  }
}

/** The same for an option that is given several times, or several values. */
export function listOf<Value extends string>(
  allowed: readonly Value[],
): (value: string, before?: readonly Value[]) => readonly Value[] {
  const one = oneOf(allowed)
  return (value, before = []) => [...before, one(value)]
}

export const formatOf: (value: string) => Format = oneOf(formatNames)

/** A whole number within bounds. */
export function wholeNumber(lowest: number, highest = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return value => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < lowest || number > highest) {
      const to = highest === Number.MAX_SAFE_INTEGER ? '' : ` to ${highest}`
      throw new InvalidArgumentError(`\`${value}\` is not a whole number from ${lowest}${to}.`)
    }
    return number
  }
}

export const defaultQueueName = 'parlance'

/**
 * An address may hold a password, and arguments are seen by all who use the machine: so the environment can
 * say it too.
 */
export function queueOption(description: string): Option {
  // no parser: its errors would show the address
  return new Option('--queue <url>', description).env('PARLANCE_QUEUE')
}

export function queueNameOption(): Option {
  return new Option('--queue-name <name>', 'name of the queue, where several share a Redis')
    .default(defaultQueueName)
    .argParser(value => {
      if (!/^[\w.-]+$/.test(value))
        throw new InvalidArgumentError(`\`${value}\` is not made of letters, digits, \`.\`, \`_\` and \`-\`.`)
      return value
    })
}

/** Whether a place is an address of a Redis, and no folder. */
export function isAddress(place: string): boolean {
  return /^rediss?:\/\//i.test(place)
}

/** `2/4` as the second of four. */
export function shardOf(value: string): {index: number; count: number} {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(value)?.map(Number) ?? []
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new InvalidArgumentError(`\`${value}\` is not a part like \`1/4\`.`)
  return {index, count}
}

/** `region=us` pairs as an object. */
export function whereOf(
  value: string,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const [, name, chosen] = /^([^=]+)=(.+)$/.exec(value) ?? []
  if (name === undefined || chosen === undefined)
    throw new InvalidArgumentError(`\`${value}\` is not a pair like \`region=us\`.`)
  return {...before, [name]: chosen}
}

/** @throws {UsageError} For an audience that the configuration does not declare. */
export function assertAudiences(ids: readonly string[], {settings}: ResolvedConfig): void {
  for (const id of ids) {
    if (!settings.audiences.has(id))
      throw new UsageError(`Unknown audience \`${id}\`${explain(id, settings.audiences.ids)}`)
  }
}

/**
 * Open the project that the command line names: the further options of a command are none of the project's.
 */
export function projectOf({cwd, config}: GlobalOptions): Promise<Project> {
  return loadProject({cwd, ...(config !== undefined && {config})})
}
