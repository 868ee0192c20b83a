import type { Notice } from '../api/notice.ts';
import { blockText } from '../model/index.ts';
import type { Assembled } from './assemble.ts';
import { findYear } from './dates.ts';
import { wordsOf } from './drop.ts';
import type { Front } from './front.ts';
import type { Line } from './line.ts';
import { findUnitInText, findUnitInTitle, splitOrgans } from './organ.ts';

/** Lines below the title in which a report names its year. */
const openingLength = 8;
const documentTitles = /《[^《》]{0,200}》|[（(][^（()）]*\d{4}\s*[-－—–~～至][^（()）]*[）)]/gu;

/** A report is signed from the autumn of its own year to the summer of the next one. */
function yearOfSignature(signedDate: string): number {
  const [year = 0, month = 0] = signedDate.split('-').map(Number);
  return month >= 9 ? year : year - 1;
}

/**
 * The reporting year: as the title names it, as 现将…年 or the opening does, or else by the signature.
 * A year in the opening that the signature rules out is history. Null when nothing tells.
 * @param lines the report below its title and above its signature
 */
export function findReportYear(
  title: string,
  lines: readonly Line[],
  signedDate: string | null,
): number | null {
  const inTitle = findYear(title);
  if (inTitle) return inTitle;
  const opening = lines
    .slice(0, openingLength)
    .map(wordsOf)
    .join('\n')
    .replaceAll(documentTitles, '');
  const summing = /(?:现将|将)[^。]{0,30}?((?:19|20)\d{2})年/u.exec(opening)?.[1];
  const named = summing ? Number(summing) : findYear(opening);
  if (!signedDate) return named;
  const signedYear = Number(signedDate.slice(0, 4));
  const isPossible = named === signedYear || named === signedYear - 1;
  return isPossible ? named : yearOfSignature(signedDate);
}

/** Who issues a report, and what is doubtful about title, year and issuer. */
export interface Identity {
  readonly issuers: readonly string[];
  readonly notices: readonly Notice[];
}

function textOf({ preamble, parts }: Assembled): string {
  const blocks = [
    ...preamble,
    ...parts.flatMap((part) => [...part.blocks, ...part.sections.flatMap((s) => s.blocks)]),
  ];
  return blocks.map(blockText).join('\n');
}

function nameIssuers(front: Front, signature: readonly string[]): readonly string[] {
  // a head names the leading one alone where all of them sign
  const isFuller = front.issuers.every((organ) =>
    signature.some((signer) => signer.endsWith(organ)),
  );
  if (front.issuers.length > 0 && !isFuller) return front.issuers;
  if (signature.length > 0) return signature;
  const inTitle = findUnitInTitle(front.title.replaceAll('\n', ''));
  return inTitle ? splitOrgans(inTitle) : [];
}

/**
 * Tells the issuers from the lines above the title, the signature, the title or, with a doubt, from
 * the unit that the text speaks of most.
 */
export function identify(
  front: Front,
  signature: readonly string[],
  body: Assembled,
  year: number | null,
): Identity {
  const notices: Notice[] = [];
  if (!year) notices.push({ code: 'segment/year-missing' });
  else if (findYear(front.title) !== year) notices.push({ code: 'segment/year-inferred', year });
  if (!front.title) notices.push({ code: 'segment/title-missing' });
  const named = nameIssuers(front, signature);
  const inText = named.length > 0 ? null : findUnitInText(textOf(body));
  if (inText) notices.push({ code: 'segment/issuer-inferred', issuer: inText });
  else if (named.length === 0) notices.push({ code: 'segment/issuer-missing' });
  return { issuers: inText ? [inText] : named, notices };
}
