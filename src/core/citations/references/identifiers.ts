import {isUnsafeUrl} from '../../language/index.ts'

/** How one kind of identifier is brought to its one form; `undefined` where it is none. */
type Normalize = (written: string) => string | undefined

/**
 * `10.1056/NEJMoa1413513`, whatever stood before it. @see https://www.doi.org/doi-handbook/HTML/index.html
 * (2.2)
 */
const doi: Normalize = written => {
  const bare = written.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(bare) ? bare : undefined
}

/** One to eight digits. @see https://www.nlm.nih.gov/bsd/mms/medlineelements.html#pmid */
const pmid: Normalize = written => {
  const bare = written
    .trim()
    .replace(
      /^(?:https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/|pmid:?\s*)/i,
      '',
    )
    .replace(/\/$/, '')
  return /^[1-9]\d{0,7}$/.test(bare) ? bare : undefined
}

/** `PMC` and digits. */
const pmcid: Normalize = written => {
  const bare = written
    .trim()
    .replace(/^(?:https?:\/\/\S*\/|pmcid:?\s*)/i, '')
    .replace(/\/$/, '')
    .toUpperCase()
  return /^PMC\d{1,9}(?:\.\d+)?$/.test(bare) ? bare : undefined
}

const url: Normalize = written => {
  const bare = written.trim()
  return /^https?:\/\/[^\s/]+/i.test(bare) && !isUnsafeUrl(bare) ? bare : undefined
}

/** What stands in each identifier, for its message. */
export const identifiers: ReadonlyMap<string, {readonly normalize: Normalize; readonly like: string}> =
  new Map([
    ['DOI', {normalize: doi, like: '10.1056/NEJMoa1413513'}],
    ['PMID', {normalize: pmid, like: '25693012'}],
    ['PMCID', {normalize: pmcid, like: 'PMC5584549'}],
    ['URL', {normalize: url, like: 'https://example.org/'}],
  ])
