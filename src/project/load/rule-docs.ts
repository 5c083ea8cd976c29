import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {type RuleId, rulePage} from '../../internal.ts'

/** Folders of the pages of rules, from what is built and from the sources. */
const folders = ['../docs/rules/', '../../../docs/rules/']

/**
 * File URL of the page of a rule in this package; `undefined` where the package came without its docs.
 *
 * @param id Of the rule.
 */
export function ruleDocsUrl(id: string): string | undefined {
  return folders
    .map(folder => new URL(`${folder}${id}.md`, import.meta.url))
    .find(url => existsSync(fileURLToPath(url)))?.href
}

/**
 * The page of a rule in Markdown: with an example where the package has its docs.
 *
 * @param id Of the rule.
 */
export function readRuleDocs(id: RuleId): string {
  const url = ruleDocsUrl(id)
  return url === undefined ? rulePage(id) : readFileSync(fileURLToPath(url), 'utf8')
}
