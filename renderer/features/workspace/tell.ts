import {
  type ApiError,
  type Certificate,
  type Delivery,
  describePages,
  type FileDelivery,
  type Notice,
} from '../../../core/api/index.ts';
import { describeError, describeNotice } from '../../messages.ts';
import type { DeskMessage } from './desk-state.ts';

/** Lines, characters and margins of the written file. */
function describeLayout(certificate: Certificate): string {
  const { linesPerPage, charactersPerLine, items } = certificate;
  const margins = items.find(({ id, verdict }) => id === 'margins' && verdict === 'right');
  const parts = [
    describePages(certificate),
    `每页 ${linesPerPage} 行`,
    `每行 ${charactersPerLine} 字`,
    ...(margins ? [`页边距上、下、左、右 ${margins.measured}`] : []),
  ];
  return `版面核对：${parts.join('，')}`;
}

/** What was measured in the written file: its layout, and whether every property is as it should be. */
function describeMeasured(certificate: Certificate): readonly string[] {
  const { items } = certificate;
  const wrong = items.filter(({ verdict }) => verdict === 'wrong').map(({ title }) => title);
  return [
    describeLayout(certificate),
    wrong.length === 0
      ? `核验 ${items.length} 项，没有不符合的。`
      : `核验 ${items.length} 项，${wrong.length} 项不符合：${wrong.join('、')}。请在“预览与导出”里看是哪一处。`,
  ];
}

/** What is still open in a report when it is exported. */
export interface OpenPoints {
  /** 待更新 chips. */
  readonly stale: number;
  /** Blanks 〔…〕 that nobody filled in. */
  readonly blanks: number;
  /** Last year's promises without an answer. */
  readonly promises: number;
  readonly findings: number;
  /** Required questions of the checklist without an answer. */
  readonly questions: number;
  /** The date of signing is still empty. */
  readonly isUndated: boolean;
  /** False while nothing looks the report through: the numbers are old, or none. */
  readonly isCounted: boolean;
}

/** What a report must not leave with unseen, in words; empty when there is nothing of it. */
export function describeUnanswered(open: OpenPoints): string {
  const { stale, blanks, promises, findings, isUndated } = open;
  if (stale + blanks + promises === 0) return '';
  const left = [
    ...(blanks > 0 ? [`${blanks} 处空格没有填`] : []),
    ...(stale > 0 ? [`${stale} 处待更新`] : []),
    ...(promises > 0 ? [`${promises} 项承诺没有回答`] : []),
    ...(findings > 0 ? [`校对 ${findings} 处`] : []),
  ];
  return `还有 ${left.join('、')}${isUndated ? '；成文日期没有填' : ''}`;
}

const lookAgain = '报送前请再看一遍。';

function describeCounted({ stale, promises, findings, questions }: OpenPoints): readonly string[] {
  const open = [
    ...(findings > 0 ? [`校对还有 ${findings} 处`] : []),
    ...(questions > 0 ? [`清单还有 ${questions} 项没有答`] : []),
  ];
  const left: readonly Extract<Notice, { readonly count: number }>[] = [
    { code: 'export/stale-left', count: stale },
    { code: 'export/promises-left', count: promises },
  ];
  return [
    ...(open.length > 0 ? [`${open.join('，')}，${lookAgain}`] : []),
    ...left.filter(({ count }) => count > 0).map(describeNotice),
  ];
}

function describeOpenPoints(open: OpenPoints): readonly string[] {
  return [
    ...(open.blanks > 0
      ? [`还有 ${open.blanks} 处空格没有填，文件里印着〔〕，请填好再报送。`]
      : []),
    ...(open.isUndated ? ['成文日期没有填，请在报送前填上。'] : []),
    ...(open.isCounted ? describeCounted(open) : [describeNotice({ code: 'export/not-counted' })]),
  ];
}

/** Where an export went, as the desk tells it; null when the writer thought better of it. */
export function tellDelivery(delivery: Delivery, open: OpenPoints): DeskMessage | null {
  switch (delivery.kind) {
    case 'cancelled':
      return null;
    case 'written':
      return {
        text: `已导出到 ${delivery.path}`,
        details: [
          ...describeMeasured(delivery.certificate),
          ...describeOpenPoints(open),
          ...delivery.notices.map(describeNotice),
        ],
        tone: 'done',
      };
    case 'download':
      return {
        text: `已导出到浏览器的下载文件夹：${delivery.fileName}`,
        details: [
          ...describeMeasured(delivery.certificate),
          ...describeOpenPoints(open),
          ...delivery.notices.map(describeNotice),
        ],
        tone: 'done',
      };
  }
}

/** Where a file went; null when the writer thought better of it. */
export function tellFile(what: string, delivery: FileDelivery): DeskMessage | null {
  switch (delivery.kind) {
    case 'cancelled':
      return null;
    case 'written':
      return { text: `${what}已导出到 ${delivery.path}`, details: [], tone: 'done' };
    case 'download':
      return {
        text: `${what}已导出到浏览器的下载文件夹：${delivery.fileName}`,
        details: [],
        tone: 'done',
      };
  }
}

/** An error as one line of the desk. */
export function tellError(error: ApiError): DeskMessage {
  const { what, kept, todo } = describeError(error);
  return { text: `${what}${kept}${todo}`, details: [], tone: 'bad' };
}

/** The clipboard did not take the text. */
export const cannotCopy: DeskMessage = {
  text: '没有复制成功，内容还在这个窗口里。可以点一下正文，按 Ctrl+A 再按 Ctrl+C 复制。',
  details: [],
  tone: 'bad',
};

/** Nothing was exported, since what is on the screen is not in the store. */
export const notDurable: DeskMessage = {
  text: '修改还没有存进去，所以没有导出。请先看状态栏里的原因。',
  details: [],
  tone: 'bad',
};
