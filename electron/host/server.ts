import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type ApiError, fail } from '../../core/api/index.ts';
import { dispatch, type Handlers } from '../services/dispatch.ts';
import { readRendererFile } from '../services/renderer-files.ts';
import { findPostRefusal, parseJson, type Refusal, readBody } from './request-guard.ts';
import { createSession, type Session } from './session.ts';

/**
 * How long an idle connection is kept, in milliseconds: longer than any browser keeps it, so that
 * no save ever goes out on a connection that this side is just closing.
 */
const keepAliveMs = 600_000;

/** What the host serves. */
export interface HostOptions {
  readonly handlers: Handlers;
  /** Folder of the built page. */
  readonly rendererRoot: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
}

/** A host that answers on loopback until it is closed. */
export interface Host {
  /** Address of the page with the one-time token in its fragment. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

interface Context extends HostOptions {
  readonly session: Session;
  /** The only Host that is answered: `127.0.0.1:<port>`. */
  readonly authority: string;
}

const plainHeaders = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const jsonHeaders = { ...plainHeaders, 'content-type': 'application/json; charset=utf-8' };

function refuse(response: ServerResponse, status: Refusal, headers: object = {}): void {
  // what is left of an unread body must not be taken for the next request
  response.writeHead(status, { ...plainHeaders, connection: 'close', ...headers });
  response.end();
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, jsonHeaders);
  response.end(JSON.stringify(value));
}

function sendNothing(response: ServerResponse, headers: object = {}): void {
  response.writeHead(204, { 'cache-control': 'no-store', ...headers });
  response.end();
}

const notJson: ApiError = { code: 'input/invalid', path: '', reason: '不是 JSON' };

function beginSession({ session }: Context, response: ServerResponse, body: unknown): void {
  const shown =
    typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined;
  const cookie = typeof shown === 'string' ? session.exchange(shown) : null;
  if (cookie === null) {
    refuse(response, 403);
    return;
  }
  sendNothing(response, { 'set-cookie': cookie });
}

/**
 * Ends a reading whose browser hung up before it was answered: a window that was closed waits for
 * nothing, and the next file must not wait for it.
 */
function endWhenGone(
  { handlers }: Context,
  response: ServerResponse,
  name: string,
  input: unknown,
): void {
  if (name !== 'import.read' || typeof input !== 'object' || input === null) return;
  if (!('readingId' in input)) return;
  const { readingId } = input;
  response.once('close', () => {
    if (!response.writableFinished) void dispatch(handlers, 'import.cancel', { readingId });
  });
}

/** POST /session and POST /api/<method>: everything that can change something comes this way. */
async function answerPost(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const isKnown = context.session.isKnown(request.headers.cookie);
  const refusal = findPostRefusal(request.headers, `http://${context.authority}`);
  if (refusal) return refuse(response, refusal);
  if (path !== '/session' && !path.startsWith('/api/')) return refuse(response, 404);
  if (path !== '/session' && !isKnown) return refuse(response, 401);
  const body = await readBody(request);
  if (body === 413) return refuse(response, 413);
  const input = parseJson(body);
  if (input === undefined) return sendJson(response, 400, fail(notJson));
  if (path === '/session' && isKnown) return sendNothing(response);
  if (path === '/session') return beginSession(context, response, input);
  const name = path.slice('/api/'.length);
  endWhenGone(context, response, name, input);
  sendJson(response, 200, await dispatch(context.handlers, name, input));
}

async function answerGet(
  { rendererRoot }: Context,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (path === '/session' || path.startsWith('/api/')) {
    return refuse(response, 405, { allow: 'POST' });
  }
  const nonce = randomBytes(18).toString('base64url');
  const file = await readRendererFile(rendererRoot, path, nonce);
  response.writeHead(file.status, { ...file.headers, 'content-length': file.body.length });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

async function answer(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // an exact Host is what stops a page elsewhere that points its own name at 127.0.0.1
  if (request.headers.host !== context.authority) return refuse(response, 421);
  const path = (request.url ?? '/').replace(/[?#].*$/su, '');
  const { method } = request;
  if (method === 'POST') return answerPost(context, request, response, path);
  if (method === 'GET' || method === 'HEAD') return answerGet(context, request, response, path);
  return refuse(response, 405, { allow: 'GET, HEAD, POST' });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      const address = server.address();
      // an address of another kind is a pipe's, and this is none
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done, failed) => {
    server.close((error) => (error ? failed(error) : done()));
    server.closeAllConnections();
  });
}

/**
 * Serves the page and the API on 127.0.0.1 for one browser: whoever shows the one-time token of
 * `url` gets the session's cookie. No other Host, origin or content type is answered, and no CORS
 * header is ever sent. Rejects with the system's error when the port is taken.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const server = createServer({ keepAliveTimeout: keepAliveMs });
  const port = await listen(server, options.port ?? 0);
  const session = createSession(port);
  const authority = `127.0.0.1:${port}`;
  const context: Context = { ...options, session, authority };
  server.on('request', (request, response) => {
    answer(context, request, response).catch((error: unknown) => {
      // a browser that hangs up in the middle of its own request is no bug of ours
      if (!request.errored) options.handlers.explain('host', error);
      response.destroy();
    });
  });
  return {
    url: `http://${authority}/#token=${session.token}`,
    port,
    close: () => close(server),
  };
}
