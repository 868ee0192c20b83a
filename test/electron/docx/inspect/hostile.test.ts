import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { certify } from '../../../../core/conformity/index.ts';
import { standardLayout } from '../../../../core/layout/index.ts';
import { inspectDocx } from '../../../../electron/docx/inspect/index.ts';
import { numberedInWps } from '../../../core/conformity/foreign-files.ts';
import { buildVariedReport } from '../../../support/sample-reports.ts';
import { write } from '../write/package.ts';

const parts = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/settings.xml'];
const garbage = fc.constantFrom('', '-1', '99999999999', 'nan', '0', '☃', '-', '1.5pt', 'auto');

/** A well-formed part with values replaced and elements taken out. */
const damage = fc.record({
  part: fc.constantFrom(...parts),
  values: fc.array(fc.tuple(fc.nat(), garbage), { maxLength: 12 }),
  drops: fc.array(fc.nat(), { maxLength: 6 }),
});

function replaceAt(xml: string, pattern: RegExp, at: number, to: string): string {
  const matches = [...xml.matchAll(pattern)];
  const match = matches[at % Math.max(1, matches.length)];
  if (!match) return xml;
  return xml.slice(0, match.index) + to + xml.slice(match.index + match[0].length);
}

describe('a damaged file', () => {
  let sources: readonly Uint8Array[] = [];
  beforeAll(async () => {
    sources = [await write(buildVariedReport()), numberedInWps()];
  });

  test('is inspected and certified without throwing, whatever its values and elements', () => {
    fc.assert(
      fc.property(damage, fc.nat(1), ({ part, values, drops }, which) => {
        const files = unzipSync(sources[which] ?? new Uint8Array());
        let xml = strFromU8(files[part] ?? new Uint8Array());
        for (const [at, value] of values) xml = replaceAt(xml, /(?<==")[^"]*(?=")/gu, at, value);
        for (const at of drops) xml = replaceAt(xml, /<w:\w+(?: [^>]*)?\/>/gu, at, '');
        const document = inspectDocx(zipSync({ ...files, [part]: strToU8(xml) }, { level: 0 }));
        const certificate = certify({ document, pages: [], layout: standardLayout('official') });
        expect(certificate.items.length).toBeGreaterThan(5);
        const told = JSON.stringify(certificate);
        expect(told).not.toMatch(/NaN|undefined|Infinity/u);
      }),
      { numRuns: 150 },
    );
  });

  test('with deep and long chains of styles ends', () => {
    const style = (id: number) =>
      `<w:style w:type="paragraph" w:styleId="s${id}"><w:name w:val="s${id}"/><w:basedOn w:val="s${(id + 1) % 300}"/></w:style>`;
    const files = unzipSync(numberedInWps());
    const xml = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
    const chained = xml.replace(
      '</w:styles>',
      `${Array.from({ length: 300 }, (_, id) => style(id)).join('')}</w:styles>`,
    );
    const document = inspectDocx(zipSync({ ...files, 'word/styles.xml': strToU8(chained) }));
    expect(document.sections.length).toBe(1);
  });
});
