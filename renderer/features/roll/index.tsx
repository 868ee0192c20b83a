import '../new-report/claim-bars.css';
import './roll.css';
import { useCallback } from 'react';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { Waiting } from '../../components/waiting.tsx';
import { navigate, type Screen } from '../../stores/navigation.ts';
import { RollList } from './roll-list.tsx';

/** 沿用: what changes from last year's report to this year's draft, to be looked over before it is made. */
export function Roll({
  screen,
}: {
  readonly screen: Extract<Screen, { readonly screen: 'roll' }>;
}) {
  const call = useCall();
  const { reportId, year, issuers } = screen;
  const ask = useCallback(
    () => call('report.planRoll', { reportId, year, issuers }),
    [call, reportId, year, issuers],
  );
  const { answer, again } = useAnswer(ask);
  if (answer.state === 'ready') {
    return <RollList screen={screen} preview={answer.value} onBaseChanged={again} />;
  }
  return (
    <div className="screen">
      <TopBar>
        <BackLink label="报告库" onClick={() => navigate({ screen: 'library' })} />
        <strong>沿用为 {year} 年草稿</strong>
      </TopBar>
      {answer.state === 'waiting' ? (
        <Waiting label="正在看上年报告里要改的地方" />
      ) : (
        <main className="screen-middle">
          <h1 className="visually-hidden">没有看成</h1>
          <Problem error={answer.error} onRetry={again} />
        </main>
      )}
    </div>
  );
}
