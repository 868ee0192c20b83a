/**
 * One pattern that matches wherever any of several may: most texts hold none of them, and one test
 * tells. Sources that refer to their groups cannot be joined: then it matches always; without sources, never.
 * @param sources of regular expressions with the flag u, and perhaps g
 */
export function matchAnyOf(sources: readonly string[]): RegExp {
  if (sources.some((source) => /\\[1-9k]|\(\?<[^=!]/u.test(source))) return /(?:)/u;
  return new RegExp(sources.map((source) => `(?:${source})`).join('|') || '(?!)', 'u');
}
