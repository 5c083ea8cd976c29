import type {BibtexEntry} from '@citation-js/plugin-bibtex/lib-mjs/input/entries.js'

/**
 * Where the electronic copy of a work is, by `eprint` and `eprinttype` (BibLaTeX) or `archiveprefix`
 * (BibTeX).
 *
 * @param isPublished Whether it has a DOI: a preprint of it is then not what is cited.
 * @see https://ctan.org/pkg/biblatex (section “Electronic Publishing Information”)
 */
export function eprintOf(
  {eprint, eprinttype, archiveprefix}: BibtexEntry['properties'],
  isPublished: boolean,
): Record<string, unknown> {
  const id = String(eprint ?? '').replace(/[{}\s]/g, '')
  if (id === '') return {}
  const archive = String(eprinttype ?? archiveprefix ?? '').replace(/[{}\s]/g, '')
  switch (archive.toLowerCase()) {
    case 'pubmed':
    case 'pmid':
      return {PMID: id}
    case 'pmc':
    case 'pmcid':
      return {PMCID: id.replace(/^(?=\d+$)/, 'PMC')}
    case 'arxiv': {
      if (isPublished) return {}
      const bare = id.replace(/^arxiv:/i, '')
      return {number: `arXiv:${bare}`, URL: `https://arxiv.org/abs/${bare}`}
    }
    case 'jstor':
      return {URL: `https://www.jstor.org/stable/${id}`}
    case 'hdl':
      return {URL: `https://hdl.handle.net/${id}`}
    default:
      return {number: archive === '' ? id : `${archive}:${id}`}
  }
}
