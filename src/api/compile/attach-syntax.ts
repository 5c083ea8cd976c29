import type {Processor} from 'unified'
import {attachSyntax as attach} from '../../core/1-parse/attach-syntax.ts'
import {resolveConfig} from '../../core/config/resolve-config.ts'
import {vocabularyOf} from './vocabulary.ts'

/**
 * Give a remark processor the syntax of pages: front matter and directives with registered names. `compile`
 * takes the processor as `parseMarkdown`. The directives replace those of `remark-directive`, where that is
 * attached as well. A processor that also writes Markdown, as a formatter does, writes what it read.
 *
 * @param processor One that parses with `remark-parse` and is not frozen yet.
 * @param config A configuration, resolved or as written, whose audiences are names of directives.
 * @returns The same processor.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function attachSyntax(processor: Processor, config?: unknown): void {
  attach(processor, vocabularyOf(resolveConfig(config).settings.audiences).names)
}
