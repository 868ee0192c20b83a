import type { ApiError, Call, Result } from '../../core/api/index.ts';

/** What the HTTP carrier needs of its surroundings; a test gives its own. */
export interface HttpCarrier {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
}

const lost = (reason: 'unreachable' | 'session'): { ok: false; error: ApiError } => ({
  ok: false,
  error: { code: 'connection/lost', reason },
});

function isResult(value: unknown): value is Result<never> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'value' in value;
  return value.ok === false && 'error' in value;
}

async function post(carrier: HttpCarrier, path: string, body: unknown): Promise<Response | null> {
  try {
    return await carrier.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch (error) {
    // fetch rejects with a TypeError when nobody answers; anything else is our own mistake.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    // The server went away in the middle of its answer, or something else answers at this address.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Exchanges the one-time token for the session's cookie. Null when it worked. */
export async function beginSession(carrier: HttpCarrier, token: string): Promise<ApiError | null> {
  const response = await post(carrier, '/session', { token });
  if (!response) return { code: 'connection/lost', reason: 'unreachable' };
  return response.ok ? null : { code: 'connection/lost', reason: 'session' };
}

/**
 * The API over HTTP: `POST /api/<method>` with the input as JSON. A Result in the answer is passed
 * on whatever the status; without one, 401 and 403 mean that the session is over.
 */
export function createHttpCall(carrier: HttpCarrier): Call {
  return async (method, input) => {
    const response = await post(carrier, `/api/${method}`, input);
    if (!response) return lost('unreachable');
    if (response.status === 401 || response.status === 403) return lost('session');
    const body = await readJson(response);
    return isResult(body) ? body : lost('unreachable');
  };
}
