import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { createCountingIds } from '../../core/model/index.ts';
import { segment } from '../../core/segment/index.ts';
import { readSource } from '../../electron/docx/read/index.ts';
import { plainWriting, writeDocx } from '../../electron/docx/write/index.ts';
import { exportPlanned } from '../../electron/services/export.ts';
import { shippedTemplate } from '../support/read-text.ts';
import { buildLongReport } from '../support/sample-reports.ts';
import { compare, type Figure, percentile, type Row, time } from './measure.ts';

const report = buildLongReport(20_000);

function hasPandoc(): boolean {
  try {
    execFileSync('pandoc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    console.log(`pandoc is not here, so nothing is measured against it (${String(error)})`);
    return false;
  }
}

/** Export of 20 000 characters against zipping the ready XML, and against pandoc as a whole process. */
export async function benchExport(): Promise<readonly (Row | Figure)[]> {
  const { bytes } = await writeDocx(report, plainWriting);
  const ready = unzipSync(bytes);
  const ours = () => time(() => writeDocx(report, plainWriting));
  const zip = await compare(
    {
      title: 'export, 20 000 characters',
      against: 'zipping the ready XML',
      ratio: 4,
      percentile: 50,
    },
    ours,
    () => time(() => zipSync(ready, { level: 6 })),
    30,
  );
  return [
    zip,
    ...(await againstPandoc('export, 20 000 characters', ours, 'docx', 'html', bytes)),
    ...(await measureExport()),
  ];
}

/** What only stands for itself: the certificate's time, and the memory of a very long report. */
async function measureExport(): Promise<readonly Figure[]> {
  const plan = { report, options: plainWriting, notices: [] };
  const samples: number[] = [];
  for (let run = 0; run < 25; run += 1) samples.push(await time(() => exportPlanned(plan)));
  // as the command line is started: what one export throws away need not be kept at hand
  const words = ['--max-semi-space-size=8', join(import.meta.dirname, 'export-once.ts'), '200000'];
  const told = execFileSync(process.execPath, words, { encoding: 'utf8' });
  const [memory = '', before = ''] = told.split(' ');
  return [
    {
      title: 'export with certificate, 20 000 characters, p50',
      value: percentile(samples.slice(5), 50),
      unit: 'ms',
      most: 150,
    },
    {
      title: `export with certificate, 200 000 characters, memory (${before} before it began)`,
      value: Number(memory),
      unit: 'MiB',
      most: 200,
    },
  ];
}

/** Reading a .docx of 20 000 characters into a report against mammoth's raw text and pandoc. */
export async function benchRead(): Promise<readonly Row[]> {
  const { bytes } = await writeDocx(report, plainWriting);
  const template = shippedTemplate();
  const ours = () =>
    time(async () => {
      const read = await readSource('bench.docx', bytes);
      if (!read.ok) throw new Error(read.error.code);
      segment(read.value.blocks, { createId: createCountingIds(), template, fallbackYear: 2025 });
    });
  const buffer = Buffer.from(bytes);
  const raw = await compare(
    {
      title: 'read .docx, 20 000 characters',
      against: 'mammoth, raw text',
      ratio: 1,
      percentile: 50,
    },
    ours,
    () => time(() => mammoth.extractRawText({ buffer })),
    30,
  );
  return [
    raw,
    ...(await againstPandoc('read .docx, 20 000 characters', ours, 'html', 'docx', bytes)),
  ];
}

async function againstPandoc(
  title: string,
  ours: () => Promise<number>,
  to: 'docx' | 'html',
  from: 'docx' | 'html',
  bytes: Uint8Array,
): Promise<readonly Row[]> {
  if (!hasPandoc()) return [];
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  const [docx, html, output] = ['in.docx', 'in.html', `out.${to}`].map((name) =>
    join(folder, name),
  );
  try {
    writeFileSync(docx ?? '', bytes);
    execFileSync('pandoc', [docx ?? '', '-o', html ?? '']);
    const input = (from === 'docx' ? docx : html) ?? '';
    const peer = () => time(() => execFileSync('pandoc', [input, '-o', output ?? '']));
    return [
      await compare(
        { title, against: 'pandoc, whole process', ratio: 0.25, percentile: 50 },
        ours,
        peer,
        8,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
