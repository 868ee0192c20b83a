import type { DisclosureState } from '../../../core/api/index.ts';
import type {
  DisclosureDecision,
  DisclosureHit,
  DisclosureReview,
  HitKind,
} from '../../../core/disclosure/index.ts';

/** Kinds of what must not be published as it stands. */
export const hitKindNames: Readonly<Record<HitKind, string>> = {
  secrecy: '密级标志',
  identifier: '证件、号码',
  person: '个人姓名',
  group: '特殊人群',
  stability: '信访维稳',
  case: '具体案件',
  'small-count': '对得上人的小数目',
  internal: '内部文件',
  contact: '联系方式',
  security: '安全事项',
  attachment: '附件',
};

/** What a reviewer concluded. */
export const conclusionNames: Readonly<Record<DisclosureReview['conclusion'], string>> = {
  open: '可以公开',
  changed: '处理后可以公开',
  closed: '不予公开',
};

/** A decision in words. */
export function describeDecision(decision: DisclosureDecision): string {
  if (decision.action === 'keep') return `保留，理由：${decision.reason}`;
  return decision.text === '' ? '公开版里删去' : `公开版里换成“${decision.text}”`;
}

/** `2026-03-01` → 2026年3月1日. */
export function writeDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The state in few words. */
export function describeDisclosure(state: DisclosureState): string {
  const { hits, blocking, review, isReviewCurrent } = state;
  const open = hits.filter(({ decision }) => !decision).length;
  if (blocking > 0) return `${blocking} 处必须处理`;
  if (open > 0) return `还有 ${open} 处要看`;
  if (review && isReviewCurrent) return '已审查';
  return review ? '要重新审查' : '还没有审查';
}

/** A hit's sentence, parted at its words; all before where they do not stand in it. */
export function partContext({ context, text }: Pick<DisclosureHit, 'context' | 'text'>) {
  const at = context.indexOf(text);
  if (at < 0 || text === '') return { before: context, words: '', after: '' };
  return {
    before: context.slice(0, at),
    words: text,
    after: context.slice(at + text.length),
  };
}

/** Hits in the order they are to be looked at: those that block, those to be looked at, those decided. */
export function orderHits(state: DisclosureState): DisclosureState['hits'] {
  const rank = ({ hit, decision }: DisclosureState['hits'][number]) =>
    decision ? 2 : hit.severity === 'block' ? 0 : 1;
  return state.hits.toSorted((one, other) => rank(one) - rank(other));
}
