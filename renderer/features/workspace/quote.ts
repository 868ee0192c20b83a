/** A quotation short enough for the panel; the whole of it is one jump away. */
export function shortenQuote(quote: string, length = 42): string {
  const letters = [...quote.trim()];
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length).join('')}……`;
}
