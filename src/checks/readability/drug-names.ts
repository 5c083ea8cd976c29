/**
 * Stems of international non-proprietary names that few other English words end in.
 *
 * @see https://www.who.int/teams/health-product-and-policy-standards/inn/stembook
 */
const stems = new RegExp(
  `^[a-z]{3,}(?:${[
    'mab|tinib|ciclib|parib|zomib|lisib|rafenib|cept(?<=(?:ner|ta|ber)cept)|kinra|limus',
    'pril|prilat|sartan|statin|olol|alol|dipine|thiazide|semide|dralazine|fibrate|ezetimibe',
    'cillin|mycin|micin|floxacin|cycline|oxacin|nidazole|conazole|bendazole|prazole|azole|fungin|vir|virine',
    'profen|coxib|fenac|triptan|setron|tidine|zepam|zolam|oxetine|triptyline|azepine|caine|barbital|azocine',
    'xaban|gatran|sugrel|dogrel|grelor|parin|teplase|poetin|grastim',
    'gliptin|gliflozin|glutide|natide|glitazone|formin|gliclazide|treotide|relin',
    'platin|rubicin|taxel|trexate|citabine|tecan|dronate|lukast|terol|tropium|olone|asone|isone|onide|sporin|curonium',
  ].join('|')})$`,
)

/** Names that everyone knows and that follow no stem. */
const common: ReadonlySet<string> = new Set(
  'acetaminophen adrenaline aspirin codeine digoxin epinephrine heparin ibuprofen insulin lithium metformin morphine paracetamol penicillin warfarin'.split(
    ' ',
  ),
)

/** Whether a word is the name of a drug: an author cannot write a plainer one. */
export function isDrugName(word: string): boolean {
  return common.has(word) || stems.test(word)
}
