import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTempFolder } from '../../support/temp-folder.ts';

const script = resolve(import.meta.dirname, '../../../electron/host/host.ts');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the host; once it has printed a line, `whenUp` is called with it and the host is ended. */
function runHost(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  whenUp: (line: string) => Promise<void> = async () => {},
): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...words], { env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
    });
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if (out.endsWith('\n')) {
        whenUp(out.trim())
          .catch(failed)
          .finally(() => child.kill('SIGTERM'));
      }
    });
    child.once('close', (code) => done({ code, out, err }));
  });
}

describe('the browser edition', () => {
  it('starts over a data folder, prints its address alone, and ends when told', async () => {
    const data = join(createTempFolder(), 'data');
    let status = 0;
    const ended = await runHost(['--data', data, '--print-url'], {}, async (line) => {
      expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/u);
      status = (await fetch(new URL('/api/app.info', line))).status;
    });
    expect(ended.code).toBe(0);
    expect(status).toBe(405);
    expect(existsSync(join(data, 'nianbao.db'))).toBe(true);
    expect(existsSync(join(data, 'nianbao.db-wal'))).toBe(false);
  });

  it('takes the data folder from NIANBAO_DATA', async () => {
    const data = join(createTempFolder(), 'data');
    await runHost(['--print-url'], { NIANBAO_DATA: data });
    expect(existsSync(join(data, 'nianbao.db'))).toBe(true);
  });

  it('says in words that its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const ended = await runHost(['--data', createTempFolder(), '--port', port]);
    server.close();
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(`端口 ${port} 正被占用`);
  });

  it('says in words why it does not start', async () => {
    const data = createTempFolder();
    writeFileSync(join(data, 'nianbao.db'), '这不是数据库。'.repeat(100));
    const ended = await runHost(['--data', data]);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('已损坏');
    expect(ended.out).toBe('');
  });

  it.each([['--port', 'x'], ['--port', '70000'], ['--unknown'], ['--data', '']])(
    'shows its usage for %s %s',
    async (...words) => {
      const ended = await runHost(words);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain('用法');
    },
  );
});
