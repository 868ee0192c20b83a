import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may call the host: whoever showed the one-time token, by cookie from then on. */
export interface Session {
  /** For the URL's fragment, which a browser never sends: used up by the first exchange. */
  readonly token: string;
  /** Exchanges the token for the cookie to set; null when it is wrong or used up. */
  readonly exchange: (token: string) => string | null;
  /** True when a request's Cookie header carries the session. */
  readonly isKnown: (cookieHeader: string | undefined) => boolean;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares secrets in a time that tells nothing: timingSafeEqual wants equal lengths. */
function isSame(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function findCookie(header: string | undefined, wanted: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === wanted && value !== undefined) return value;
  }
  return null;
}

/**
 * A new session with secrets of 256 bits. Its cookie is named after the port: browsers share
 * cookies between the ports of one host, and two data folders may be open side by side.
 */
export function createSession(port: number): Session {
  const cookieName = `nianbao-${port}`;
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let isUsedUp = false;
  return {
    token,
    exchange: (shown) => {
      if (isUsedUp || !isSame(shown, token)) return null;
      isUsedUp = true;
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isKnown: (header) => {
      const value = findCookie(header, cookieName);
      return value !== null && isSame(value, secret);
    },
  };
}
