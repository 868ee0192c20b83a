import { expect, test } from 'vitest';
import { emptyFacts } from '../../../core/layout/index.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { certifyReport, listDepartures, writings } from './certifying.ts';

const kinds = ['人民政府', '综合行政执法大队', '司法所', '办事处'] as const;
const places = ['青石镇', '枫林街道', '白杨乡', '红叶镇', '云岭镇'] as const;
const organs = places.flatMap((place) => kinds.map((kind) => `${place}${kind}`));

test.each(writings.map((options) => [options.layout.form, options] as const))(
  'a file of twenty issuers and sixty who signed is right in every item, %s',
  async (_, options) => {
    const report = buildVariedReport();
    const joint = { ...report, issuers: organs, closing: { ...report.closing, signature: organs } };
    const signers = Array.from({ length: 60 }, (_unused, at) => `张${'一二三四五六'[at % 6] ?? ''}`);
    const facts = { ...options.facts, ...emptyFacts, number: options.facts.number, signers };
    const written = { ...options, facts: options.layout.form === 'plain' ? emptyFacts : facts };
    const departures = listDepartures(await certifyReport(joint, written));
    expect(departures).not.toHaveProperty('indents');
    expect(departures).not.toHaveProperty('numbering');
    expect(departures).toEqual({});
  },
);
