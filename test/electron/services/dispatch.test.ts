import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../electron/services/dispatch.ts';
import { createTestServices, type TestServices } from '../../support/test-services.ts';

const inputOfCreate = { year: 2026, issuers: ['青石镇人民政府'], start: { kind: 'blank' } };
const secret = '正文里的一句话';

/** Services of which `library.list` throws `error`. */
async function createFailing(error: unknown): Promise<TestServices> {
  const services = await createTestServices();
  const methods = {
    ...services.handlers.methods,
    'library.list': () => {
      throw error;
    },
  };
  return { ...services, handlers: { ...services.handlers, methods } };
}

describe('dispatch', () => {
  it.each(['__proto__', 'constructor', 'toString', '', 'library.List', 'a'.repeat(1000)])(
    'knows no method %s',
    async (name) => {
      const { handlers, close } = await createTestServices();
      const result = await dispatch(handlers, name, {});
      expect(result).toEqual({
        ok: false,
        error: { code: 'method/unknown', method: name.slice(0, 100) },
      });
      close();
    },
  );

  it.each([undefined, null, 7, [], { year: '2026' }, { ...inputOfCreate, year: 2026.5 }])(
    'refuses %j and says where it is wrong, in Chinese',
    async (input) => {
      const { handlers, logs, close } = await createTestServices();
      const result = await dispatch(handlers, 'report.create', input);
      expect(result).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
      const reason = result.ok || result.error.code !== 'input/invalid' ? '' : result.error.reason;
      expect(reason).toMatch(/\p{Script=Han}/u);
      expect(logs).toEqual([]);
      close();
    },
  );

  it('leaves out what a method does not ask for', async () => {
    const { handlers, close } = await createTestServices();
    const input = JSON.parse(`{"change":{"zoom":80,"__proto__":{"x":1},"admin":true}}`) as unknown;
    const result = await dispatch(handlers, 'settings.set', input);
    expect(result).toMatchObject({ ok: true, value: { zoom: 80 } });
    expect(JSON.stringify(result)).not.toContain('admin');
    close();
  });

  it('logs our own bug under the reference it gives, without a word of the text', async () => {
    const { handlers, logs, close } = await createFailing(new TypeError(secret));
    const result = await dispatch(handlers, 'library.list', {});
    expect(result).toEqual({
      ok: false,
      error: { code: 'internal', reference: logs[0]?.reference },
    });
    expect(logs).toHaveLength(1);
    expect(logs[0]).toMatchObject({ where: 'library.list', name: 'TypeError' });
    expect(logs[0]?.frames[0]).toMatch(/^at /u);
    expect(JSON.stringify(logs)).not.toContain(secret);
    close();
  });

  it.each([
    ['SQLITE_FULL', 'store/full'],
    ['SQLITE_READONLY_DBMOVED', 'store/unwritable'],
    ['SQLITE_IOERR_WRITE', 'store/unwritable'],
    ['SQLITE_BUSY_SNAPSHOT', 'store/busy'],
    ['SQLITE_CORRUPT_VTAB', 'store/damaged'],
    ['SQLITE_NOTADB', 'store/damaged'],
  ])('gives %s as %s, which is no bug', async (sqliteCode, code) => {
    const failing = await createFailing(new Database.SqliteError(secret, sqliteCode));
    const result = await dispatch(failing.handlers, 'library.list', {});
    expect(result).toMatchObject({ ok: false, error: { code, file: failing.store.file } });
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(failing.logs).toEqual([]);
    failing.close();
  });

  it('calls a broken rule of the tables a bug', async () => {
    const error = new Database.SqliteError('UNIQUE', 'SQLITE_CONSTRAINT_UNIQUE');
    const failing = await createFailing(error);
    const result = await dispatch(failing.handlers, 'library.list', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    failing.close();
  });

  it('says that the disk is full, keeps the last save, and goes on when there is room', async () => {
    const services = await createTestServices();
    const { reportId } = await services.get('report.create', {
      year: 2026,
      issuers: ['青石镇人民政府'],
      start: { kind: 'blank' },
    });
    const before = await services.get('report.open', { reportId });
    const pages = services.store.prepare('PRAGMA page_count').pluck().get();
    services.store.prepare(`PRAGMA max_page_count = ${String(pages)}`).get();
    const front = {
      kind: 'front',
      id: 'front',
      year: 2026,
      issuers: [],
      title: '长'.repeat(100_000),
      addressee: '',
      preambleHeading: '',
      blocks: [],
    } as const;
    const ids = before.report.parts.flatMap(({ id, sections }) => [
      id,
      ...sections.map((s) => s.id),
    ]);
    const order = ['front', ...ids, 'closing'];
    const save = { reportId, baseRevision: 1, changed: [front], order };
    const full = await services.call('report.save', save);
    expect(full).toEqual({ ok: false, error: { code: 'store/full', file: services.store.file } });
    expect((await services.get('report.open', { reportId })).report).toEqual(before.report);
    services.store.prepare('PRAGMA max_page_count = 1000000').get();
    expect(await services.call('report.save', save)).toMatchObject({ value: { revision: 2 } });
    services.close();
  });

  it('says that another process holds the file', async () => {
    const services = await createTestServices();
    services.store.prepare('PRAGMA busy_timeout = 10').get();
    const other = new Database(services.store.file);
    other.exec('BEGIN IMMEDIATE');
    const result = await services.call('settings.set', { change: { zoom: 80 } });
    expect(result).toEqual({ ok: false, error: { code: 'store/busy', file: services.store.file } });
    other.exec('ROLLBACK');
    other.close();
    expect(await services.get('settings.set', { change: { zoom: 80 } })).toMatchObject({
      zoom: 80,
    });
    services.close();
  });
});

describe('settings', () => {
  it('that this version does not know give way to the defaults', async () => {
    const { get, store, close } = await createTestServices();
    await get('settings.set', { change: { zoom: 80 } });
    const put = store.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
    put.run('theme', '"sepia"');
    put.run('future', 'true');
    expect(await get('settings.get', {})).toEqual({
      issuers: [],
      theme: 'system',
      faces: 'gb2312',
      showProvenance: true,
      zoom: 80,
      deadlines: {},
      chain: [],
      unitKind: 'auto',
      tourSeen: false,
    });
    close();
  });
});
