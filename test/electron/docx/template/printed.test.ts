import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFacts, standardLayout } from '../../../../core/layout/index.ts';
import { inspectTemplate, writeIntoTemplate } from '../../../../electron/docx/template/index.ts';
import { listSchemaErrors } from '../../../support/docx-validator.ts';
import { measurePdf, type PrintedPage } from '../../../support/render/measure.ts';
import { findRenderLack, renderPdfs } from '../../../support/render/render.ts';
import { buildVariedReport } from '../../../support/sample-reports.ts';
import { createTempFolder } from '../../../support/temp-folder.ts';
import { buildOfficeDocx } from './office-template.ts';

const lack = findRenderLack();
if (lack) console.warn(`The printed page is not measured: ${lack}`);

/** The same document as LibreOffice writes it. */
async function rewrite(docx: Uint8Array): Promise<Uint8Array> {
  const folder = createTempFolder();
  const [source, out] = [join(folder, 'office.docx'), join(folder, 'out')];
  writeFileSync(source, docx);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = ['--convert-to', 'docx:Office Open XML Text', '--outdir', out, source];
  await promisify(execFile)('soffice', [profile, '--headless', ...convert]);
  return readFileSync(join(out, 'office.docx'));
}

describe.skipIf(lack)('a report in an office document, printed', () => {
  const pages: (readonly PrintedPage[])[] = [];
  const written: Uint8Array[] = [];
  let rewritten = new Uint8Array();

  beforeAll(async () => {
    const own = buildOfficeDocx();
    const facts = { ...emptyFacts, number: '青政〔2026〕12号', copiesTo: ['云岭县司法局'] };
    rewritten = Uint8Array.from(await rewrite(own));
    for (const template of [own, rewritten]) {
      expect(inspectTemplate(template)).toMatchObject({ ok: true });
      const setting = { layout: standardLayout('plain'), facts, annexes: [], mark: null };
      const { bytes } = writeIntoTemplate(template, { ...setting, report: buildVariedReport() });
      written.push(bytes);
    }
    for (const pdf of await renderPdfs(written)) pages.push(await measurePdf(pdf));
  }, 120_000);

  test('has no schema error but those that LibreOffice itself wrote into the document', async () => {
    const faultsOf = async (docx: Uint8Array) =>
      (await listSchemaErrors(docx)).map((fault) => fault.replace(/^.*?: /u, ''));
    const [own, foreign] = written;
    expect(await faultsOf(own ?? new Uint8Array())).toEqual([]);
    const before = new Set(await faultsOf(rewritten));
    const after = await faultsOf(foreign ?? new Uint8Array());
    expect(after.filter((fault) => !before.has(fault))).toEqual([]);
  });

  test.each([0, 1])('stands under its red head, and above its imprint (%s)', (at) => {
    const linesOf = (page: PrintedPage | undefined) =>
      (page?.lines ?? []).map(({ text }) => text.replaceAll(/\s/gu, ''));
    const first = linesOf(pages[at]?.[0]);
    const order = ['青石镇人民政府文件', '青政〔2026〕12号', '云溪县青石镇人民政府'].map((text) =>
      first.indexOf(text),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    const last = linesOf(pages[at]?.at(-1));
    expect(last.findIndex((line) => line.startsWith('抄送'))).toBeGreaterThan(
      last.indexOf('2026年2月5日'),
    );
  });

  test('has a text of 28 characters a line, two characters in at first', () => {
    const widest = pages.map((one) =>
      Math.max(...one.flatMap(({ lines }) => lines.map(({ text }) => [...text].length))),
    );
    for (const width of widest) expect(width).toBeGreaterThanOrEqual(27);
  });
});
