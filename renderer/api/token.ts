/**
 * The one-time token in a URL fragment, `#token=…`; null when the fragment is a screen of ours
 * (it begins with `#/`) or empty.
 */
export function readToken(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/u, '')).get('token') || null;
}
