/** The text of a generator, about so many characters long. */
export function generate(spec, size) {
  const {prefix = '', repeat = '', middle = '', close = '', suffix = '', grow} = spec
  if (grow === undefined) {
    const times = Math.max(1, Math.floor(size / (repeat.length + close.length || 1)))
    return prefix + repeat.repeat(times) + middle + close.repeat(times) + suffix
  }
  const {
    from = 1,
    lead = '',
    tail = '',
    counter = false,
    reverse = false,
    closeLead = '',
    closeTail = '',
  } = grow
  const pieces = []
  let length = 0
  for (let i = from; length < size; i++) {
    const piece = lead + (counter ? i : repeat.repeat(i)) + tail
    pieces.push(piece)
    length += piece.length
  }
  const closing = reverse
    ? pieces.map((_, i) => closeLead + repeat.repeat(from + i) + closeTail).join('')
    : ''
  return prefix + (reverse ? pieces.reverse() : pieces).join('') + middle + closing + suffix
}
