import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { isUnsafeOnWindows } from './windows-name.ts';

/** What a carrier answers to a request for a file of the page. */
export interface RendererFile {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What stands in the built index.html for the nonce of one page load. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * The page's content security policy. Style attributes are allowed because antd positions what
 * floats by them; style elements and scripts need the nonce of this page load.
 */
export function buildPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function buildHeaders(contentType: string, nonce: string): Readonly<Record<string, string>> {
  return {
    'content-type': contentType,
    'content-security-policy': buildPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

function refuse(status: 400 | 404, nonce: string): RendererFile {
  const words = status === 400 ? '地址不对' : '没有这个文件';
  return {
    status,
    headers: buildHeaders('text/plain; charset=utf-8', nonce),
    body: Buffer.from(words),
  };
}

/** The path below the root that a URL path asks for; null when it tries to leave it. */
function parsePath(urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath.replace(/[?#].*$/su, ''));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (!path.startsWith('/') || /[\\\0]/u.test(path)) return null;
  const segments = path.slice(1).split('/');
  // a colon would name a drive or a stream on Windows
  if (segments.some((part) => part === '..' || part === '.' || part.includes(':'))) return null;
  // none of our files is called so, and Windows would open a device
  if (segments.some(isUnsafeOnWindows)) return null;
  return path === '/' ? 'index.html' : segments.join('/');
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(?:ENOENT|ENOTDIR|EISDIR|EACCES|ENAMETOOLONG|ELOOP)$/u.test(String(error.code))
  );
}

/** The bytes of a file that lies below the root, links followed; null when there is none there. */
async function readBelow(rootFolder: string, path: string): Promise<Uint8Array | null> {
  try {
    const root = await realpath(rootFolder);
    const file = await realpath(join(root, path));
    const inside = relative(root, file);
    // Windows gives an absolute path for what lies on another drive
    const leads = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    if (inside === '' || leads) return null;
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Answers a request for a file of the built page below `rootFolder`, with its content type and
 * the security headers. `/` is index.html, into which `nonce` is put. 400 for a path that tries to
 * leave the root (`..`, backslash, NUL, a drive), 404 for what is not there or leads out by a link.
 * @param urlPath path of the URL, still percent-encoded, beginning with `/`
 * @param nonce new for each page load; letters, digits, `+`, `/`, `=`, `-` and `_`
 */
export async function readRendererFile(
  rootFolder: string,
  urlPath: string,
  nonce: string,
): Promise<RendererFile> {
  const path = parsePath(urlPath);
  if (path === null) return refuse(400, nonce);
  const bytes = await readBelow(rootFolder, path);
  if (bytes === null) return refuse(404, nonce);
  const extension = extname(path).toLowerCase();
  const contentType = contentTypes[extension] ?? 'application/octet-stream';
  const body =
    extension === '.html'
      ? Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce))
      : bytes;
  return { status: 200, headers: buildHeaders(contentType, nonce), body };
}
