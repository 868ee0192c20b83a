import { basename } from 'node:path';
import {
  type Certificate,
  type CertificateItem,
  describePages,
  ok,
  type Result,
} from '../../core/api/index.ts';
import { openLayout } from '../services/export-file.ts';
import { checkFormat } from '../services/format-check.ts';
import { readFileBytes } from '../services/reading/read-file.ts';
import type { Command } from './command.ts';
import { type PackLibrary, toJson } from './deps.ts';

const verdictWords = { right: '符合', wrong: '不符合', remark: '请留意' } as const;

function printItem({ title, clause, wanted, measured, verdict, departures }: CertificateItem) {
  const rule = clause === '' ? '' : `（${clause}）`;
  return [
    `${verdictWords[verdict]}  ${title}${rule}：${measured}${verdict === 'right' ? '' : `；应为 ${wanted}`}`,
    ...departures.map(({ place, measured: found }) => `    ${place}：${found}`),
  ];
}

/** A certificate for reading at a terminal: what departs first, then what is right. */
function printCertificate(certificate: Certificate): string {
  const { layoutTitle, items, isRight } = certificate;
  const wrong = items.filter(({ verdict }) => verdict === 'wrong').length;
  const order = ['wrong', 'remark', 'right'] as const;
  return [
    `按“${layoutTitle}”核验，${describePages(certificate)}，${items.length} 项：${isRight ? '没有不符合的。' : `${wrong} 项不符合。`}`,
    ...order.flatMap((verdict) =>
      items.filter((item) => item.verdict === verdict).flatMap(printItem),
    ),
    '',
  ].join('\n');
}

/** `check --format`: what was measured in a .docx, whoever wrote it. */
export async function printFormat(
  { file, profile, json }: Extract<Command, { name: 'check-format' }>,
  library: PackLibrary,
): Promise<Result<string>> {
  const layout = await openLayout(library, profile);
  if (!layout.ok) return layout;
  const bytes = await readFileBytes(file);
  if (!bytes.ok) return bytes;
  const checked = await checkFormat({ name: basename(file), bytes: bytes.value }, layout.value);
  if (!checked.ok) return checked;
  return ok(json ? toJson(checked.value) : printCertificate(checked.value));
}
