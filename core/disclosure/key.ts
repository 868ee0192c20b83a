/** More letters than these are told by a number. */
const longestWords = 60;

/** A number of 53 bits that tells long words apart (FNV-1a in two halves). */
function digest(words: string): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let at = 0; at < words.length; at += 1) {
    const sign = words.charCodeAt(at);
    low = Math.imul(low ^ sign, 0x01000193) >>> 0;
    high = Math.imul(high ^ (sign + at), 0x85ebca6b) >>> 0;
  }
  return low.toString(36) + high.toString(36);
}

/**
 * Names words that a rule found: the same for the same words of the same block whatever stands
 * elsewhere, at most 300 letters.
 * @param ordinal which of the equal ones in that block, from 0
 */
export function nameHit(id: string, rule: string, words: string, ordinal: number): string {
  const told =
    words.length <= longestWords ? words : `${words.slice(0, longestWords)}…${digest(words)}`;
  return [id, rule, ordinal, told].join(':');
}
