import { beforeAll, describe, expect, test } from 'vitest';
import type { Certificate } from '../../core/conformity/index.ts';
import { emptyFacts, marginsMm, standardLayout } from '../../core/layout/index.ts';
import { habits, type Page, paginate } from '../../core/paginate/index.ts';
import { inspectDocx } from '../../electron/docx/inspect/index.ts';
import type { WriteOptions } from '../../electron/docx/write/index.ts';
import { type ExportedFile, exportPlanned } from '../../electron/services/export.ts';
import { listSchemaErrors } from '../support/docx-validator.ts';
import { type FiledReport, inventReports, rollSeeds } from '../support/filed-reports.ts';
import { measureAgreement } from '../support/render/agreement.ts';
import {
  countFullLines,
  listEvenPages,
  measureMargins,
  measureSignature,
  type PrintedSignature,
} from '../support/render/figures.ts';
import { type PageInk, readInk } from '../support/render/ink.ts';
import { measurePdf, type PrintedPage } from '../support/render/measure.ts';
import { findRenderLack, renderPdfs } from '../support/render/render.ts';
import { measureStandIn } from '../support/render/stand-in-widths.ts';
import { textBlockMm } from '../support/render/text-block.ts';

const lack = findRenderLack();
if (lack) console.warn(`The certificate is not held against printed pages: ${lack}`);

/** LibreOffice as it is, with the faces that stand in for those named. */
const rendered = { ...habits.libreOffice, widthOf: measureStandIn };
const foot = marginsMm.top + textBlockMm.height;

/** One report in one form, certified and printed. */
interface Filed {
  readonly name: string;
  readonly filed: FiledReport;
  readonly isOfficial: boolean;
  readonly isSealed: boolean;
  readonly file: ExportedFile;
  readonly certificate: Certificate;
  /** Pages as they are calculated by LibreOffice's habits: Word's cannot be printed here. */
  readonly calculated: readonly Page[];
  readonly pages: readonly PrintedPage[];
  readonly ink: { readonly first: PageInk; readonly last: PageInk };
}

const forms = [
  { form: 'plain', isSealed: false },
  { form: 'official', isSealed: false },
  { form: 'official', isSealed: true },
] as const;

async function exportForm(filed: FiledReport, { form, isSealed }: (typeof forms)[number]) {
  const { name, report, annexes } = filed;
  const isOfficial = form === 'official';
  const options: WriteOptions = {
    copy: 'filing',
    layout: standardLayout(form),
    facts: { ...(isOfficial ? filed.facts : emptyFacts), sealed: isSealed },
    annexes,
    template: null,
    mark: null,
  };
  const file = await exportPlanned({ report, options, notices: [] });
  const calculated = paginate(inspectDocx(file.bytes), rendered);
  const words = `${name}, ${form}${isSealed ? ', sealed' : ''}`;
  return {
    name: words,
    filed,
    isOfficial,
    isSealed,
    file,
    certificate: file.certificate,
    calculated,
  };
}

/** All documents in one call: starting LibreOffice takes longer than printing them. */
async function fileAll(): Promise<readonly Filed[]> {
  const reports = [...(await rollSeeds()), ...inventReports()];
  const written = await Promise.all(
    reports.flatMap((filed) => forms.map((form) => exportForm(filed, form))),
  );
  const pdfs = await renderPdfs(written.map(({ file }) => file.bytes));
  return Promise.all(
    written.map(async (one, index) => {
      const pdf = pdfs[index] ?? '';
      const pages = await measurePdf(pdf);
      const first = await readInk(pdf, 1);
      const last = one.isOfficial ? await readInk(pdf, pages.length) : first;
      return { ...one, pages, ink: { first, last } };
    }),
  );
}

/** Numbers of an item's measured words, in their order. */
function figuresOf({ items }: Certificate, id: string): readonly number[] {
  const item = items.find((one) => one.id === id);
  return [...(item?.measured ?? '').matchAll(/\d+(?:\.\d+)?/gu)].map(([figure]) => Number(figure));
}

function expectNear(measured: number, wanted: number | undefined, by: number, what: string): void {
  expect(wanted, what).toBeDefined();
  expect(
    Math.abs(measured - (wanted ?? 0)),
    `${what}: ${measured} for ${wanted}`,
  ).toBeLessThanOrEqual(by);
}

/** Two characters before the edge: the unit, or a date that is longer; the date two right of the unit. */
function expectUnsealed(name: string, placed: PrintedSignature, told: readonly number[]): void {
  const { unitRight, dateRight, dateShift } = placed;
  expectNear(Math.min(...told), 2, 0.1, `${name}, as certified`);
  expectNear(Math.min(unitRight, dateRight), 2, 0.1, `${name}, right`);
  expectNear(unitRight, Math.min(...told.slice(0, -1)), 0.1, `${name}, unit as certified`);
  expectNear(dateShift, 2, 0.1, `${name}, shift`);
}

/** The date four characters before the edge, or as far as a long name over its middle needs. */
function expectSealed(name: string, placed: PrintedSignature, units: readonly string[]): void {
  const [unit = '', ...others] = units;
  const over = (unit.length - placed.dateCells) / 2;
  expectNear(placed.dateRight, Math.max(4, over), 0.2, `${name}, date`);
  if (others.length === 0) expectNear(placed.middles, 0, 0.1, `${name}, middle`);
}

describe.skipIf(lack !== null)('the certificate says what the printed pages show', () => {
  let all: readonly Filed[] = [];
  const official = () => all.filter(({ isOfficial }) => isOfficial);
  beforeAll(async () => {
    all = await fileAll();
  });

  test('of files that are right in every item', () => {
    for (const { name, certificate } of all) {
      const departures = certificate.items.filter(({ verdict }) => verdict !== 'right');
      expect(departures, name).toEqual([]);
      expect(certificate.isRight, name).toBe(true);
    }
  });

  test('of files that are valid Open XML documents', { timeout: 120_000 }, async () => {
    // each call starts a program: as many at once as there are forms
    for (const those of Map.groupBy(all, ({ filed }) => filed.name).values()) {
      const errors = await Promise.all(those.map(({ file }) => listSchemaErrors(file.bytes)));
      expect(errors.flat(), those[0]?.filed.name).toEqual([]);
    }
  });

  test('in the number of pages and the lines on them', () => {
    for (const { name, certificate, calculated, pages } of all) {
      expect(certificate.pagesByProgram.libreOffice, name).toBe(pages.length);
      // Word sets digits and hanzi side by side, which saves a line in two pages
      expect(Math.abs(pages.length - certificate.pages), name).toBeLessThanOrEqual(1);
      const { sameLines, lines, samePages } = measureAgreement(calculated, pages);
      expect(samePages, name).toBe(pages.length);
      expect(sameLines / lines, name).toBeGreaterThanOrEqual(0.97);
    }
  });

  test('in paper and margins', () => {
    for (const { name, certificate, pages } of all) {
      const [width, height] = figuresOf(certificate, 'paper');
      for (const page of pages) {
        expectNear(page.width, width, 0.5, name);
        expectNear(page.height, height, 0.5, name);
      }
      const [top, bottom, left, right] = figuresOf(certificate, 'margins');
      const full = listEvenPages(pages).filter(({ lines }) => lines.length === 22);
      expect(full.length, name).toBeGreaterThan(0);
      for (const margins of full.map(measureMargins)) {
        expectNear(margins.top, top, 0.5, `${name}, top`);
        expectNear(margins.bottom, bottom, 0.5, `${name}, bottom`);
        expectNear(margins.left, left, 0.5, `${name}, left`);
        expectNear(margins.right, right, 0.5, `${name}, right`);
      }
    }
  });

  test('in the lines of a page and the characters of a line', () => {
    for (const { name, certificate, pages } of all) {
      const even = listEvenPages(pages).map(({ lines }) => lines.length);
      expect(Math.max(...even), name).toBe(certificate.linesPerPage);
      const full = countFullLines(pages);
      expect(full.length, name).toBeGreaterThan(10);
      const { charactersPerLine } = certificate;
      const right = full.filter((count) => count === charactersPerLine);
      expect(right.length, name).toBeGreaterThan(full.length / 2);
      // a mark that may not begin a line takes the letter before it along, or is squeezed in
      expect(
        full.filter((count) => Math.abs(count - charactersPerLine) > 2),
        name,
      ).toEqual([]);
    }
  });

  test('in the place of the page number', () => {
    for (const { name, certificate, pages, ink } of all) {
      const [gap] = figuresOf(certificate, 'page-number-place');
      for (const { bands } of [ink.first, ink.last]) {
        const band = bands.at(-1);
        const below = ((band?.top ?? 0) + (band?.bottom ?? 0)) / 2 - foot;
        expectNear(below, gap, 0.5, name);
        expectNear(below, 7, 0.5, name);
      }
      for (const [index, { number, width }] of pages.entries()) {
        expect(number?.text, name).toBe(`—${index + 1}—`);
        const isOdd = index % 2 === 0;
        const right = width - marginsMm.right - (number?.right ?? 0);
        const indent = isOdd ? right : (number?.left ?? 0) - marginsMm.left;
        // one character of 14 points
        expectNear(indent, 4.94, 0.5, `${name}, page ${index + 1}`);
      }
    }
  });

  test('in the place of the signature, which never has a page to itself', () => {
    for (const { name, certificate, filed, isSealed, pages } of all) {
      const { signature, signedDate } = filed.report.closing;
      const placed = measureSignature(pages, signature, signedDate ?? '', isSealed);
      if (!placed) throw new Error(`${name} is not signed`);
      expect(placed.linesAbove, name).toBeGreaterThan(0);
      const told = figuresOf(certificate, 'signature');
      expectNear(placed.dateRight, told.at(-1), 0.1, `${name}, date as certified`);
      if (isSealed) expectSealed(name, placed, signature);
      else expectUnsealed(name, placed, told);
    }
  });

  test('in the red head', () => {
    for (const {
      name,
      certificate,
      ink: { first },
    } of official()) {
      const top = (first.red?.top ?? 0) - marginsMm.top;
      expectNear(top, 35, 1, `${name}, mark`);
      expectNear(top, figuresOf(certificate, 'mark').at(-1), 1, `${name}, mark as certified`);
      const rule = first.rules.find(({ isRed }) => isRed);
      const number = first.bands.findLast(({ bottom }) => bottom <= (rule?.top ?? 0));
      expectNear((rule?.top ?? 0) - (number?.bottom ?? 0), 4, 0.5, `${name}, rule`);
      expectNear(rule?.left ?? 0, marginsMm.left, 0.5, `${name}, rule`);
      expectNear(rule?.right ?? 0, marginsMm.left + textBlockMm.width, 0.5, `${name}, rule`);
    }
  });

  test('in the imprint, which ends with the text block', () => {
    for (const {
      name,
      ink: { last },
    } of official()) {
      expect(last.rules.length, name).toBeGreaterThanOrEqual(3);
      expectNear(last.rules.at(-1)?.bottom ?? 0, foot, 1, name);
    }
  });
});
