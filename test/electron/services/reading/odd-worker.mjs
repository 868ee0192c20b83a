// A worker that does as its job's name says, for trying how the reader takes it.
import { parentPort, threadId } from 'node:worker_threads';

const reading = (text) => ({
  report: {
    schemaVersion: 1,
    year: 2024,
    issuers: [],
    title: text,
    addressee: '',
    preambleHeading: '',
    preamble: [],
    parts: [],
    closing: { signature: [], signedDate: null, attachments: [], note: '' },
  },
  discarded: [],
  notices: [],
  source: [],
  decisions: [],
});
const done = (text) =>
  parentPort.postMessage({ kind: 'done', result: { ok: true, value: reading(text) } });

const doings = {
  tell: () => done(String(threadId)),
  slow: () => setTimeout(() => done('slow'), 300),
  hang: () => {
    parentPort.postMessage({ kind: 'stage', stage: 'reading' });
    for (;;);
  },
  die: () => process.exit(3),
  throw: () => {
    throw new TypeError('机密的文字');
  },
  reject: () => Promise.reject(new RangeError('机密的文字')),
  fault: () =>
    parentPort.postMessage({ kind: 'fault', name: 'TypeError', frames: ['    at here:1:1'] }),
  hoard: () => {
    const kept = [];
    for (let index = 0; ; index += 1) kept.push([`${index}`.repeat(20), { index }]);
  },
  hoardBytes: () => {
    const kept = [];
    for (;;) kept.push(Buffer.alloc(4 * 1024 * 1024, 1));
  },
  bloat: () => {
    globalThis.kept = Buffer.alloc(400 * 1024 * 1024, 1);
    done('bloat');
  },
  print: () => {
    console.log('机密的文字');
    console.error('机密的文字');
    done('print');
  },
};
parentPort.on('message', ({ name }) => doings[name]());
