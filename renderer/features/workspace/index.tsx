import './workspace.css';
import './page.css';
import './panel.css';
import './checklist.css';
import './blanks.css';
import './stale.css';
import './print.css';
import { useCallback, useState } from 'react';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { BackLink } from '../../components/top-bar.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { Waiting } from '../../components/waiting.tsx';
import { navigate } from '../../stores/navigation.ts';
import { Desk } from './desk.tsx';

function Opening({ reportId, onReopen }: { reportId: string; onReopen: () => void }) {
  const call = useCall();
  const { answer, again } = useAnswer(
    useCallback(() => call('report.open', { reportId }), [call, reportId]),
  );
  const toLibrary = () => navigate({ screen: 'library' });
  switch (answer.state) {
    case 'waiting':
      return <Waiting label="正在打开草稿" onCancel={toLibrary} />;
    case 'failed':
      return (
        <div className="screen-middle">
          <Problem error={answer.error} onRetry={again}>
            <BackLink label="报告库" onClick={toLibrary} />
          </Problem>
        </div>
      );
    case 'ready':
      return <Desk opened={answer.value} onReopen={onReopen} />;
  }
}

/** The writing desk of one report: outline, page and panel. */
export function Workspace({ reportId }: { readonly reportId: string }) {
  const [round, setRound] = useState(0);
  return <Opening key={round} reportId={reportId} onReopen={() => setRound((last) => last + 1)} />;
}
