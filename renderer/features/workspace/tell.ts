import type { ApiError, Delivery } from '../../../core/api/index.ts';
import { describeError, describeNotice } from '../../messages.ts';
import type { DeskMessage } from './desk-state.ts';

/** Where an export went, as the desk tells it; null when the writer thought better of it. */
export function tellDelivery(delivery: Delivery): DeskMessage | null {
  switch (delivery.kind) {
    case 'cancelled':
      return null;
    case 'written':
      return {
        text: `已导出到 ${delivery.path}`,
        details: delivery.notices.map(describeNotice),
        tone: 'done',
      };
    case 'download':
      return {
        text: `已导出到浏览器的下载文件夹：${delivery.fileName}`,
        details: delivery.notices.map(describeNotice),
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
