import { expect, test } from 'vitest';
import { beginSession, createHttpCall } from '../../../renderer/api/http-call.ts';
import { readToken } from '../../../renderer/api/token.ts';

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

function answering(response: Response | Error) {
  const asked: Asked[] = [];
  const fetch = async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    if (response instanceof Error) throw response;
    return response;
  };
  return { asked, fetch };
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

test('a call is one POST of JSON to the method’s own address', async () => {
  const carrier = answering(json({ ok: true, value: [] }));
  const result = await createHttpCall(carrier)('library.list', {});
  expect(result).toEqual({ ok: true, value: [] });
  expect(carrier.asked).toHaveLength(1);
  expect(carrier.asked[0]?.path).toBe('/api/library.list');
  expect(carrier.asked[0]?.init).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
});

test('an expected error arrives as it was sent, whatever the status', async () => {
  const error = { code: 'report/not-found', reportId: 'a' } as const;
  for (const status of [200, 400, 404]) {
    const call = createHttpCall(answering(json({ ok: false, error }, status)));
    expect(await call('report.open', { reportId: 'a' })).toEqual({ ok: false, error });
  }
});

test('a program that is gone is a value, not an exception', async () => {
  const gone = createHttpCall(answering(new TypeError('Failed to fetch')));
  expect(await gone('app.info', {})).toEqual({
    ok: false,
    error: { code: 'connection/lost', reason: 'unreachable' },
  });
});

test('a session that is over is told apart from a program that is gone', async () => {
  for (const status of [401, 403]) {
    const call = createHttpCall(answering(new Response(null, { status })));
    expect(await call('app.info', {})).toEqual({
      ok: false,
      error: { code: 'connection/lost', reason: 'session' },
    });
  }
});

test('an answer that is no answer counts as a lost connection', async () => {
  for (const body of ['', '<html>', '{"ok":true}', '{"ok":false}', 'null', '[]']) {
    const result = await createHttpCall(answering(new Response(body)))('app.info', {});
    expect(result).toEqual({
      ok: false,
      error: { code: 'connection/lost', reason: 'unreachable' },
    });
  }
});

test('a mistake of ours is not taken for a lost connection', async () => {
  const call = createHttpCall(answering(new RangeError('ours')));
  await expect(call('app.info', {})).rejects.toThrow('ours');
});

test('the token is shown once, and a refusal of it is named', async () => {
  const carrier = answering(new Response(null, { status: 204 }));
  expect(await beginSession(carrier, 'secret')).toBeNull();
  expect(carrier.asked[0]).toMatchObject({
    path: '/session',
    init: { body: '{"token":"secret"}' },
  });
  const refused = await beginSession(answering(new Response(null, { status: 403 })), 'used');
  expect(refused).toEqual({ code: 'connection/lost', reason: 'session' });
});

test('only a fragment with a token is one', () => {
  expect(readToken('#token=a-b_C9')).toBe('a-b_C9');
  for (const hash of ['', '#', '#/', '#/report/token=1', '#token=']) {
    expect(readToken(hash), hash).toBeNull();
  }
});
