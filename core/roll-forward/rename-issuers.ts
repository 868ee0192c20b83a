import type { Report } from '../model/index.ts';

const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

/** How several organs stand in one title: 甲、乙, 甲 乙 or 甲乙. */
const joints = ['、', ' ', '\u3000', ''] as const;

function renameInTitle(title: string, from: readonly string[], to: readonly string[]): string {
  const newName = to.join('、');
  // a short name that stands inside the full one must not be lengthened twice
  if (newName === '' || title.includes(newName)) return title;
  const oldName = joints.map((joint) => from.join(joint)).find((name) => title.includes(name));
  return oldName ? title.replaceAll(oldName, newName) : title;
}

/**
 * A report in the name of other organs: the signature follows where it was the old ones', and the
 * title where it names them in full. A signature of others (an office of the organ) and the text
 * are left for the writer. The same report when nothing is renamed.
 * @param issuers the issuing organs from now on; none leaves the report as it is
 */
export function renameIssuers(report: Report, issuers: readonly string[]): Report {
  const { issuers: from, closing, title } = report;
  const isSame = from.length === issuers.length && from.every((name, i) => name === issuers[i]);
  if (issuers.length === 0 || isSame) return report;
  if (from.length === 0) return { ...report, issuers };
  const isOwn = withoutBlanks(closing.signature.join('')) === withoutBlanks(from.join(''));
  return {
    ...report,
    issuers,
    title: renameInTitle(title, from, issuers),
    closing: isOwn ? { ...closing, signature: issuers } : closing,
  };
}
