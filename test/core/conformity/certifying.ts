import { type Certificate, certify } from '../../../core/conformity/index.ts';
import {
  emptyFacts,
  type LayoutProfile,
  type OfficialFacts,
  standardLayout,
} from '../../../core/layout/index.ts';
import type { Report } from '../../../core/model/index.ts';
import { paginate } from '../../../core/paginate/index.ts';
import { inspectDocx } from '../../../electron/docx/inspect/index.ts';
import { plainWriting, type WriteOptions } from '../../../electron/docx/write/index.ts';
import { exportPlanned } from '../../../electron/services/export.ts';

/** Everything an official document can say outside its text. */
export const fullFacts: OfficialFacts = {
  ...emptyFacts,
  mark: '青石镇人民政府文件',
  number: '青政〔2026〕12号',
  copyNumber: '000001',
  secrecy: '秘密★1年',
  urgency: '特急',
  signers: ['张明'],
  copiesTo: ['县司法局', '县政府办公室'],
  printedBy: '青石镇党政办公室',
  printedOn: '2026-02-06',
};

/** Options of the standard's two forms, with and without a seal. */
export const writings: readonly WriteOptions[] = [false, true].flatMap((sealed) => [
  { ...plainWriting, facts: { ...emptyFacts, sealed } },
  { ...plainWriting, layout: standardLayout('official'), facts: { ...fullFacts, sealed } },
]);

/** The certificate of any .docx. */
export function certifyBytes(
  bytes: Uint8Array,
  layout: LayoutProfile = standardLayout('plain'),
  expected?: readonly string[],
): Certificate {
  const document = inspectDocx(bytes);
  return certify({ document, pages: paginate(document), layout, expected });
}

/** Exports a report: written, opened again and held against its layout and its words. */
export async function certifyReport(report: Report, options: WriteOptions): Promise<Certificate> {
  const { certificate } = await exportPlanned({ report, options, notices: [] });
  return certificate;
}

/** Ids of the items that are not right, each with what was measured. */
export function listDepartures({ items }: Certificate): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.filter(({ verdict }) => verdict !== 'right').map(({ id, measured }) => [id, measured]),
  );
}

/** Ids of the items that are wrong. */
export function listWrong({ items }: Certificate): readonly string[] {
  return items.filter(({ verdict }) => verdict === 'wrong').map(({ id }) => id);
}
