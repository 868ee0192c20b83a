import { Button } from 'antd';
import type { ReadingProgress } from '../../../core/api/index.ts';
import { useElapsed } from '../../components/waiting.tsx';

const steps: Readonly<Record<ReadingProgress['stage'], string>> = {
  waiting: '正在打开文件',
  opening: '正在打开文件',
  reading: '正在读出文字',
  segmenting: '正在分出部分和条目',
  done: '正在分出部分和条目',
};

/** Where a reading is: nothing at first, its step after 300 ms, 停止 after 2 s. */
export function ReadingUnderWay({
  step,
  onStop,
}: {
  readonly step: ReadingProgress['stage'];
  readonly onStop: () => void;
}) {
  const isVisible = useElapsed(300);
  const isLong = useElapsed(2000);
  return (
    <div className="screen-middle" aria-live="polite" aria-busy="true">
      {isVisible && (
        <div className="waiting">
          <span className="waiting-bar" aria-hidden="true" />
          <p>{steps[step]}……</p>
          {isLong && <Button onClick={onStop}>停止</Button>}
        </div>
      )}
    </div>
  );
}
