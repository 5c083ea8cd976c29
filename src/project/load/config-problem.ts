import {YAMLParseError} from 'yaml'
import type {ConfigProblem} from '../../internal.ts'

/**
 * Why a configuration could not be read, in one line, with its place.
 *
 * @param error What was thrown while it was read: by a parser, by the file itself, or by what it imports.
 * @param file Absolute path of the file.
 * @param text Its text.
 */
export function configProblem(error: unknown, file: string, text: string): ConfigProblem {
  const {message, stack = ''} = error instanceof Error ? error : new Error(String(error))
  const [reason = ''] = message.split('\n')
  if (error instanceof SyntaxError && file.endsWith('.json'))
    return jsonProblem(message.replace(/\s+/g, ' '), text)
  const [, missing] = /^Cannot find (?:module|package) '([^']+)'/.exec(reason) ?? []
  if (missing !== undefined) return missingModule(missing, text)
  if (error instanceof YAMLParseError) {
    const [{line, col} = {line: 1, col: 1}] = error.linePos ?? []
    return at(line, col, reason.replace(/ at line \d+, column \d+:?$/, ''))
  }
  const parsed = placeIn(file, message)
  const [, line, column] = parsed ?? placeIn(file, stack.replace(/\?[0-9a-f]{64}/g, '')) ?? []
  const told = reason.replace(/^\w*Error: /, '').trim()
  const isParsed = /^\w*Error: /.test(reason)
  const what = isParsed ? told : `it throws: ${told}`
  if (line === undefined) return {path: '', message: what}
  // What runs has been compiled line by line: its columns are others.
  return at(Number(line), parsed && Number(column) + 1, what)
}

function at(line: number, column: number | undefined, message: string): ConfigProblem {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`
  return {path: '', message: `${place}: ${message}`, line}
}

/** Where a message or a stack names a file. */
function placeIn(file: string, text: string): readonly string[] | undefined {
  const from = text.indexOf(`${file}:`)
  return from < 0 ? undefined : (/^:(\d+):(\d+)/.exec(text.slice(from + file.length)) ?? undefined)
}

/** What Node says differs from version to version, but for the position. */
function jsonProblem(reason: string, text: string): ConfigProblem {
  const [, offset] = /at position (\d+)/.exec(reason) ?? []
  if (offset === undefined && !reason.includes('end of JSON')) return {path: '', message: reason}
  const end = offset === undefined ? text.trimEnd().length : Number(offset)
  const before = text.slice(0, end)
  const lines = before.split('\n')
  const told = reason.replace(/ in JSON at position.*| \(line.*/, '')
  const isComma = /,\s*$/.test(before) && /^\s*[\]},]/.test(text.slice(end))
  const message = isComma ? 'there is a comma too many before this' : told
  return at(lines.length, (lines.at(-1)?.length ?? 0) + 1, message)
}

function missingModule(name: string, text: string): ConfigProblem {
  const line = text
    .split('\n')
    .findIndex(written => written.includes(`'${name}'`) || written.includes(`"${name}"`))
  const isPackage = !/^[./]/.test(name)
  const message = `it imports \`${name}\`, which is not ${isPackage ? 'installed: run `npm install`' : 'there'}`
  return line < 0 ? {path: '', message} : at(line + 1, undefined, message)
}
