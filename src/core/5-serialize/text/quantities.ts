const number = /\d[)\]]?$/
const operator = /^[<>=≤≥±≈~×+−-]$/
const unit =
  /^(?:[%‰°]|(?:[kcdmnpμµ]|mc)?(?:g|l|L|m|s|mol|Eq|Pa|Sv|Gy|Bq|U|IU|UI|IE)(?![A-Za-z])|(?:mmHg|kcal|kJ|MHz|Hz|bpm|min|h)(?![A-Za-z]))/

/**
 * Whether a line must not end between two words: `840 mg` and `≥ 5` are read as one, and a dose whose unit
 * stands on the next line is misread.
 *
 * @see https://www.ismp.org/recommendations/error-prone-abbreviations-list
 */
export function belongTogether(left: string, right: string): boolean {
  return left.length === 1 && operator.test(left) ? /^\d/.test(right) : number.test(left) && unit.test(right)
}
