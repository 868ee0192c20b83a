import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOwnFrame } from '../../../electron/main/frames.ts';
import { answerPageRequest, appSchemePrivileges } from '../../../electron/main/protocol.ts';
import { readRendererFile } from '../../../electron/services/renderer-files.ts';

describe("the app's own protocol", () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'protocol-'));
    mkdirSync(join(folder, 'page/assets'), { recursive: true });
    writeFileSync(join(folder, 'page/index.html'), '<script nonce="__CSP_NONCE__"></script>');
    writeFileSync(join(folder, 'page/assets/main.js'), 'document.title = 1;');
    writeFileSync(join(folder, 'secret.txt'), '不许读');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'page/link.txt'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function ask(url: string, method = 'GET'): Promise<Response> {
    const read = (path: string, nonce: string) =>
      readRendererFile(join(folder, 'page'), path, nonce);
    return answerPageRequest({ url, method }, read);
  }

  it('gives the files of the page with their type and the policy', async () => {
    const script = await ask('app://nianbao/assets/main.js');
    expect(script.status).toBe(200);
    expect(await script.text()).toBe('document.title = 1;');
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/u);
    expect(script.headers.get('content-security-policy')).toMatch(/default-src 'none'/u);
  });

  it('puts a nonce of its own into each page and its policy', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 3; load += 1) {
      const page = await ask('app://nianbao/index.html');
      const nonce = /nonce="([^"]+)"/u.exec(await page.text())?.[1] ?? '';
      expect(nonce).toMatch(/^[A-Za-z0-9+/=]{24}$/u);
      expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/index.html%00.txt',
    '/%',
    '/C:/secret.txt',
    '/link.txt',
    '//secret.txt',
    '/not-there.js',
  ])('gives nothing for %s', async (path) => {
    const answer = await ask(`app://nianbao${path}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('不许读');
  });

  it('answers for its own host only', async () => {
    for (const url of ['app://other/index.html', 'app://nianbao.example/index.html']) {
      expect((await ask(url)).status).toBe(403);
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('does not answer %s', async (method) => {
    expect((await ask('app://nianbao/index.html', method)).status).toBe(405);
  });

  it('has the rights of a secure site and none beyond', () => {
    expect(appSchemePrivileges).toStrictEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    });
  });
});

describe('a call over IPC', () => {
  type Frame = Parameters<typeof isOwnFrame>[0];
  const frame = (url: string, parent: Frame = null) => ({ url, parent }) as unknown as Frame;

  it('is taken from the top frame of our own page', () => {
    expect(isOwnFrame(frame('app://nianbao/index.html#/report/1'))).toBe(true);
  });

  it('is refused from a frame that is gone, embedded or not ours', () => {
    expect(isOwnFrame(null)).toBe(false);
    expect(isOwnFrame(frame('app://nianbao/index.html', frame('app://nianbao/index.html')))).toBe(
      false,
    );
    for (const url of [
      '',
      'about:blank',
      'app://other/index.html',
      'app://nianbao.example/',
      'https://nianbao/index.html',
      'file:///index.html',
    ]) {
      expect(isOwnFrame(frame(url)), url).toBe(false);
    }
  });
});
