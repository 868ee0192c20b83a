import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, startHost } from '../../../electron/host/server.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

let services: TestServices;
let host: Host;
let cookie = '';

/** A request as anything on this machine could send it: fetch would forbid half of these headers. */
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const options = { host: '127.0.0.1', port: host.port, path, method, headers };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        done({ status, headers: answered, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

const origin = () => `http://127.0.0.1:${host.port}`;
const goodHeaders = () => ({ 'content-type': 'application/json', origin: origin(), cookie });
const post = (path: string, headers: Readonly<Record<string, string>> = {}, body = '{}') =>
  send(path, { method: 'POST', headers: { ...goodHeaders(), ...headers }, body });
const tokenOf = ({ url }: Host) => new URL(url).hash.slice('#token='.length);

beforeAll(async () => {
  services = await createTestServices();
  const rendererRoot = join(createTempFolder(), 'renderer');
  mkdirSync(join(rendererRoot, 'assets'), { recursive: true });
  writeFileSync(join(rendererRoot, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
  writeFileSync(join(rendererRoot, 'assets/main.js'), 'export {};');
  writeFileSync(join(rendererRoot, '../secret.txt'), 'secret');
  symlinkSync(join(rendererRoot, '../secret.txt'), join(rendererRoot, 'link.txt'));
  host = await startHost({ handlers: services.handlers, rendererRoot });
  const answer = await post('/session', {}, JSON.stringify({ token: tokenOf(host) }));
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(async () => {
  await host.close();
  services.close();
});

describe('a session', () => {
  it('begins with the one-time token, which never leaves the fragment', async () => {
    const other = await startHost({ handlers: services.handlers, rendererRoot: '/' });
    const { origin: otherOrigin } = new URL(other.url);
    const exchange = (token: unknown) =>
      fetch(`${otherOrigin}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: otherOrigin },
        body: JSON.stringify({ token }),
      });
    for (const wrong of ['', 'x', tokenOf(host), null, 7]) {
      expect((await exchange(wrong)).status).toBe(403);
    }
    const first = await exchange(tokenOf(other));
    expect(first.status).toBe(204);
    const [set = ''] = first.headers.getSetCookie();
    expect(set).toMatch(/^nianbao-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/u);
    expect((await exchange(tokenOf(other))).status).toBe(403);
    await other.close();
  });

  it('goes on when the page is loaded again', async () => {
    expect((await post('/session', {}, '{"token":"used up"}')).status).toBe(204);
  });

  it.each([
    ['no cookie', { cookie: '' }],
    ['a wrong cookie', { cookie: 'nianbao-1=abc' }],
    ['a cookie of another name', { cookie: 'session=abc' }],
  ])('is needed: %s is not answered', async (_, headers) => {
    expect((await post('/api/app.info', headers)).status).toBe(401);
  });
});

describe('a request to the API', () => {
  it('is answered when everything is right', async () => {
    const answer = await post('/api/app.info');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'is not answered under the name %s',
    async (name) => {
      const bare = name === 'localhost' ? `localhost:${host.port}` : name;
      expect((await post('/api/app.info', { host: bare })).status).toBe(421);
      expect((await send('/', { headers: { host: bare } })).status).toBe(421);
    },
  );

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['another scheme', { origin: 'https://127.0.0.1' }],
    ['no origin', { origin: '' }],
    ['null', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this site', { 'sec-fetch-site': 'same-site' }],
  ])('is not answered from %s', async (_, headers) => {
    expect((await post('/api/app.info', headers)).status).toBe(403);
    expect((await post('/session', headers)).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', '', 'application/json5'])(
    'is not answered when its content is "%s"',
    async (type) => {
      expect((await post('/api/app.info', { 'content-type': type })).status).toBe(415);
    },
  );

  it.each(['GET', 'HEAD'])('is not answered by %s', async (method) => {
    const answer = await send('/api/app.info', { method, headers: goodHeaders() });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
  });

  it.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE'])(
    'is not answered by %s',
    async (method) => {
      const answer = await send('/api/app.info', { method, headers: goodHeaders() });
      expect(answer.status).toBe(405);
      expect(Object.keys(answer.headers).filter((name) => /access-control/u.test(name))).toEqual(
        [],
      );
    },
  );

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'app.none', ''])(
    'of the name "%s" is unknown',
    async (name) => {
      const answer = await post(`/api/${name}`);
      expect(JSON.parse(answer.body)).toEqual({
        ok: false,
        error: { code: 'method/unknown', method: name },
      });
    },
  );

  it('that is no JSON is told so', async () => {
    const answer = await post('/api/app.info', {}, '{"a":');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'input/invalid' } });
  });

  it('that announces too much is refused unread', async () => {
    const headers = { 'content-length': String(46 * 1024 * 1024) };
    expect((await post('/api/import.read', headers, '')).status).toBe(413);
  });

  it('that sends too much without announcing it is cut off', async () => {
    const headers = { ...goodHeaders(), 'transfer-encoding': 'chunked' };
    const body = Buffer.alloc(46 * 1024 * 1024, 0x20);
    const answer = await send('/api/import.read', { method: 'POST', headers, body }).catch(
      (error: NodeJS.ErrnoException) => error.code,
    );
    // the refusal may come back while the sender still writes, and then the line is cut
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(
      typeof answer === 'object' ? answer.status : answer,
    );
    expect((await post('/api/app.info')).status).toBe(200);
  });

  it('may hold a file of 30 MB', async () => {
    const bytes = Buffer.alloc(30 * 1024 * 1024);
    bytes.write('GIF89a');
    const base64 = bytes.toString('base64');
    const input = { name: '大.gif', content: { kind: 'file', base64 } };
    const answer = await post('/api/import.read', {}, JSON.stringify(input));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { found: 'image' } });
  });

  it('to another address is not found', async () => {
    expect((await post('/')).status).toBe(404);
    expect((await post('/index.html')).status).toBe(404);
  });
});

const nonceOf = ({ body }: Answer) => /nonce="([\w-]{24})"/u.exec(body)?.[1] ?? '';

describe('the page', () => {
  it('comes with a new nonce each time, and a policy that allows that nonce alone', async () => {
    const [first, second] = [await send('/'), await send('/')];
    expect(nonceOf(first)).not.toBe('');
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonceOf(first)}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|http:/u);
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(Object.keys(first.headers).filter((name) => /access-control/u.test(name))).toEqual([]);
  });

  it('has its files beside it, with their types', async () => {
    const answer = await send('/assets/main.js?v=1');
    expect(answer).toMatchObject({ status: 200, body: 'export {};' });
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await send('/assets/main.js', { method: 'HEAD' })).body).toBe('');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets\\..\\..\\secret.txt',
    '/%00',
    '/index.html%00.js',
    '/c:/windows/win.ini',
    '/%',
    '//etc/passwd',
    '/link.txt',
    '/assets',
    '/none.js',
    '/%252e%252e/secret.txt',
    '/CON',
    '/assets/nul.js',
    '/index.html.',
    '/index.html%20',
  ])('does not give %s', async (path) => {
    const answer = await send(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });
});

it('rejects when its port is taken', async () => {
  const options = { handlers: services.handlers, rendererRoot: '/', port: host.port };
  await expect(startHost(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('logs no bug in all of this', () => {
  expect(services.logs).toEqual([]);
});
