import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { describeError, type FileDelivery, type Result } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { DateField } from '../../components/date-field.tsx';
import { saveDownload } from '../../components/save-download.ts';
import { useReadyApp } from '../../stores/app.ts';
import { textOf } from './collect.ts';

interface Said {
  readonly isBad: boolean;
  readonly text: string;
}

function say(result: Result<FileDelivery>, count: number): Said | null {
  if (!result.ok) {
    const { what, kept, todo } = describeError(result.error);
    return { isBad: true, text: `${what}${kept}${todo}` };
  }
  const { value } = result;
  switch (value.kind) {
    case 'written':
      return { isBad: false, text: `${count} 份表已写到“${value.path}”。` };
    case 'download':
      return { isBad: false, text: `${count} 份表已打包成“${value.fileName}”，在浏览器的下载里。` };
    case 'cancelled':
      return null;
  }
}

/** 发出: all forms in one go, with what is printed on each. */
export function SendCard({ year, count }: { readonly year: number; readonly count: number }) {
  const call = useCall();
  const { info } = useReadyApp();
  const [returnBy, setReturnBy] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const contact = textOf(data, 'contact').trim();
    setIsBusy(true);
    setSaid(null);
    const result = await call('forms.export', {
      year,
      ...(returnBy === null ? {} : { returnBy }),
      ...(contact === '' ? {} : { contact }),
    });
    setIsBusy(false);
    if (result.ok && result.value.kind === 'download') saveDownload(result.value);
    setSaid(say(result, count));
  };
  return (
    <form
      className="side-card forms-card"
      aria-label="发出征集表"
      onSubmit={(event) => void send(event)}
    >
      <h2>发出</h2>
      <p>每个部门一份 Word 表，印上该答的题、依据、可附的材料和要填的数据。</p>
      <DateField
        label="返回时限"
        day={returnBy}
        today={info.today}
        lean="future"
        onChange={setReturnBy}
      />
      <label>
        <span>报送至</span>
        <input name="contact" maxLength={60} placeholder="如：党政办公室 王芳" />
      </label>
      <Button type="primary" block htmlType="submit" disabled={count === 0} loading={isBusy}>
        {count === 0 ? '没有可以导出的表' : `一次导出 ${count} 份表`}
      </Button>
      <p role="status" className={said?.isBad ? 'forms-said is-bad' : 'forms-said'}>
        {said?.text}
      </p>
    </form>
  );
}
