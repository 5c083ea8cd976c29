import type {Lines} from '../lines.ts'

export function thematicBreak(): Lines {
  return ['* * *']
}
