import type { CertificateItem, Departure } from './certificate.ts';
import type { Piece, Role } from './piece.ts';

/** One thing found amiss, before it is put into words with others of its kind. */
export interface Found {
  /** Where; null for the whole file. */
  readonly piece: Piece | null;
  /** `字体是宋体，应为仿宋_GB2312`. */
  readonly measured: string;
  /** Worth a look, and no fault. */
  readonly isRemark?: boolean;
}

/** What an item is about. */
export type ItemHead = Pick<CertificateItem, 'id' | 'title' | 'clause' | 'wanted'>;

const names: Readonly<Record<Role, string>> = {
  copyNumber: '份号',
  secrecy: '密级',
  urgency: '紧急程度',
  mark: '发文机关标志',
  number: '发文字号',
  signers: '签发人',
  title: '标题',
  addressee: '主送机关',
  preambleHeading: '引言标题',
  part: '一级标题',
  section: '二级标题',
  level3: '三级标题',
  level4: '四级标题',
  text: '正文',
  attachment: '附件说明',
  signature: '署名',
  date: '成文日期',
  note: '附注',
  annexLabel: '附件标识',
  annexTitle: '附件标题',
  annex: '附件',
  copies: '抄送机关',
  printed: '印发机关',
  blank: '空行',
  cell: '表格',
  boxed: '文本框',
};

/** What a role is called. */
export const nameOf = (role: Role): string => names[role];

const QUOTED = 14;
/** Places told one by one of departures of one kind; the rest are counted. */
const TOLD_PLACES = 3;
/** Kinds of departures told of one item. */
const TOLD_KINDS = 6;

/** `正文第 3 页“二、存在的不足”`. */
export function describePlace({ role, text, page }: Piece): string {
  const words = Array.from(text.trim().replace(/\s+/gu, ' '));
  const quoted = words.slice(0, QUOTED).join('') + (words.length > QUOTED ? '……' : '');
  const at = page === null ? '' : `第 ${page} 页`;
  return `${names[role]}${at}${quoted === '' ? '' : `“${quoted}”`}`;
}

function toDepartures(found: readonly Found[]): readonly Departure[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const group = groups.get(one.measured);
    // stretches of one paragraph are one place
    if (one.piece && group?.at(-1)?.piece === one.piece) continue;
    if (group) group.push(one);
    else groups.set(one.measured, [one]);
  }
  const kinds = [...groups.entries()];
  const told = kinds.slice(0, TOLD_KINDS).flatMap(([measured, group]) => {
    const places = group.slice(0, TOLD_PLACES).map(({ piece }) => ({
      place: piece ? describePlace(piece) : '全文',
      page: piece?.page ?? null,
      measured,
    }));
    const more = group.length - places.length;
    return more > 0 ? [...places, { place: `另有 ${more} 处`, page: null, measured }] : places;
  });
  const rest = kinds.slice(TOLD_KINDS).reduce((sum, [, group]) => sum + group.length, 0);
  return rest > 0
    ? [...told, { place: `另有 ${rest} 处`, page: null, measured: '各不相同' }]
    : told;
}

/**
 * An item of the certificate: right when nothing was found, a remark when nothing found is a fault.
 * @param measured what the file says where it is right
 */
export function createItem(
  head: ItemHead,
  found: readonly Found[],
  measured: string,
): CertificateItem {
  const faults = found.filter(({ isRemark }) => !isRemark);
  const ordered = [...faults, ...found.filter(({ isRemark }) => isRemark)];
  const verdict = faults.length > 0 ? 'wrong' : found.length > 0 ? 'remark' : 'right';
  const kinds = [...new Set(ordered.map((one) => one.measured))];
  const summary = kinds.slice(0, TOLD_PLACES).join('；');
  return {
    ...head,
    measured: verdict === 'right' ? measured : summary + (kinds.length > TOLD_PLACES ? '等' : ''),
    verdict,
    departures: toDepartures(ordered),
  };
}

/** A number for people: at most `places` digits after the point. */
export function formatNumber(value: number, places = 1): string {
  return String(Number(value.toFixed(places)));
}
