import { Button } from 'antd';
import { describeNotice } from '../messages.ts';
import { dismissArrival, useArrival } from '../stores/arrival.ts';

/** Over a draft just made: what was added, cleared or could not be decided in making it. */
export function ArrivalBar({ reportId }: { readonly reportId: string }) {
  const arrival = useArrival((state) => state.arrival);
  if (arrival?.reportId !== reportId) return null;
  const words = [...new Set(arrival.notices.map(describeNotice))];
  return (
    <aside className="arrival" aria-label="新草稿的说明">
      <ul>
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button onClick={dismissArrival}>知道了</Button>
    </aside>
  );
}
