import { expect, test } from 'vitest';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { certifyReport, listDepartures, writings } from './certifying.ts';

const kinds = ['人民政府', '综合行政执法大队', '司法所', '办事处'] as const;
const places = ['青石镇', '枫林街道', '白杨乡', '红叶镇', '云岭镇'] as const;
const organs = places.flatMap((place) => kinds.map((kind) => `${place}${kind}`));

test.each(writings)(
  'the lines of twenty issuers and sixty who signed are told apart, $layout.form, sealed $facts.sealed',
  async (options) => {
    const { layout, facts } = options;
    const report = buildVariedReport();
    const joint = { ...report, issuers: organs, closing: { ...report.closing, signature: organs } };
    const signers = Array.from({ length: 60 }, (_, at) => `张${'一二三四五六'[at % 6] ?? ''}`);
    const told = layout.form === 'plain' ? facts : { ...facts, mark: '', signers };
    const written = { ...options, facts: told };
    // so many names and their date take more than a page, which then holds nothing else
    const { 'lonely-signature': _lonely, ...departures } = listDepartures(
      await certifyReport(joint, written),
    );
    expect(departures).toEqual({});
  },
);

test.each(writings)(
  'six joint issuers are right in every item, $layout.form, sealed $facts.sealed',
  async (options) => {
    const signature = organs.slice(0, 6);
    const report = buildVariedReport();
    const joint = { ...report, issuers: signature, closing: { ...report.closing, signature } };
    expect(listDepartures(await certifyReport(joint, options))).toEqual({});
  },
);
