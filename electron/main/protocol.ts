import { randomBytes } from 'node:crypto';
import type { CustomScheme, Protocol } from 'electron';
import type { RendererFile } from '../services/renderer-files.ts';
import { appOrigin, appScheme } from './security.ts';

/** The scheme's rights: those of an ordinary secure site, and no more. */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Reads a file of the page for a URL path; `nonce` belongs to this one answer. */
export type ReadPageFile = (urlPath: string, nonce: string) => Promise<RendererFile>;

/** Answers one request on the app's own scheme: GET on our own host, and nothing else. */
export async function answerPageRequest(
  request: Pick<Request, 'url' | 'method'>,
  read: ReadPageFile,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!request.url.startsWith(`${appOrigin}/`)) return new Response(null, { status: 403 });
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const { status, headers, body } = await read(pathname, randomBytes(16).toString('base64'));
  return new Response(Uint8Array.from(body), { status, headers: { ...headers } });
}

/** Serves the page on the app's own scheme. */
export function servePage(protocol: Pick<Protocol, 'handle'>, read: ReadPageFile): void {
  protocol.handle(appScheme, (request) => answerPageRequest(request, read));
}
