import { expect, test } from 'vitest';
import { standardLayout } from '../../../core/layout/index.ts';
import { plainWriting } from '../../../electron/docx/write/index.ts';
import { buildVariedReport } from '../../support/sample-reports.ts';
import { certifyReport, fullFacts, listDepartures } from './certifying.ts';

/** What the certificate of an official document says of a number, and of the signers beside it. */
async function tellNumber(number: string, signers: readonly string[]) {
  const facts = { ...fullFacts, number, signers };
  const options = { ...plainWriting, layout: standardLayout('official'), facts };
  const certificate = await certifyReport(buildVariedReport(), options);
  return { departures: listDepartures(certificate), isRight: certificate.isRight };
}

test.each([{ signers: [] }, { signers: ['张明'] }, { signers: ['张明', '李华', '王芳'] }])(
  'a number that is not there yet is worth a look and no fault, with signers $signers',
  async ({ signers }) => {
    const told = await tellNumber('', signers);
    expect(told).toEqual({ departures: { number: '没有填' }, isRight: true });
    expect(await tellNumber('青政〔2026〕12号', signers)).toEqual({
      departures: {},
      isRight: true,
    });
  },
);

test('a number in a wrong form is wrong, and told without the names beside it', async () => {
  const told = await tellNumber('〔2026〕12号', ['张明']);
  expect(told).toEqual({ departures: { number: '写作“〔2026〕12号”' }, isRight: false });
});
