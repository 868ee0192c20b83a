import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Largest body: the base64 of a 30 MB file, with room for the rest of the call. */
export const BODY_LIMIT_BYTES = 45 * 1024 * 1024;

/** A status of refusal. */
export type Refusal = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421;

/**
 * What of a POST's headers is not to be trusted, before its body is read: 403 for another or no
 * origin, 415 for anything but JSON, 413 for a body that announces itself too large; else null.
 */
export function findPostRefusal(headers: IncomingHttpHeaders, origin: string): Refusal | null {
  const site = headers['sec-fetch-site'];
  if (headers.origin !== origin || (site !== undefined && site !== 'same-origin')) return 403;
  if (!/^application\/json\s*(?:;\s*charset=utf-8\s*)?$/iu.test(headers['content-type'] ?? '')) {
    return 415;
  }
  return Number(headers['content-length'] ?? 0) > BODY_LIMIT_BYTES ? 413 : null;
}

/** A body's bytes, or the refusal it deserves. */
export async function readBody(request: IncomingMessage): Promise<Buffer | 413> {
  const chunks: Buffer[] = [];
  let length = 0;
  // left open when it is too long, so that the refusal still finds its way back
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of body) {
    length += chunk.length;
    if (length > BODY_LIMIT_BYTES) return 413;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The JSON value in a body; undefined when it holds none. JSON has no undefined of its own. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
