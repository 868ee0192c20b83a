import { useState } from 'react';
import { describeError } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { saveDownload } from '../../components/save-download.ts';

/** 加入日历: gives the deadlines of a report year as a calendar file. */
export function CalendarButton({ year }: { readonly year: number }) {
  const call = useCall();
  const [said, setSaid] = useState('');
  const give = async () => {
    const result = await call('deadlines.calendar', { year });
    if (!result.ok) {
      const { what, todo } = describeError(result.error);
      return setSaid(`${what}${todo}`);
    }
    const { value } = result;
    if (value.kind === 'download') saveDownload(value);
    if (value.kind === 'cancelled') return setSaid('');
    const where = value.kind === 'written' ? `已存为“${value.path}”` : '已放进浏览器的下载';
    return setSaid(`${where}，双击它就能加进日历，会提前 30 天、7 天和 1 天提醒。`);
  };
  return (
    <>
      <button type="button" className="text-button deadline-calendar" onClick={() => void give()}>
        加入日历
      </button>
      <p className="deadline-said" role="status">
        {said}
      </p>
    </>
  );
}
