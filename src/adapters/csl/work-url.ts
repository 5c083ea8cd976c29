import {doiUrl} from '../../core/citations/references/styles/parts.ts'
import {isUnsafeUrl} from '../../core/language/index.ts'

/**
 * Where a variable of a work leads to.
 *
 * @param variable CSL variable; those that lead nowhere give nothing.
 * @param value As the reference has it.
 */
export function urlOf(variable: string, value: string): string | undefined {
  switch (variable) {
    case 'DOI':
      return /^https?:\/\//.test(value) ? value : doiUrl(value)
    case 'PMID':
      return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(value)}/`
    case 'PMCID':
      return `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(value)}/`
    case 'URL':
      return isUnsafeUrl(value) ? undefined : value
    default:
      return undefined
  }
}
