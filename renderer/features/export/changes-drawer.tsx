import { Button, Drawer, Radio } from 'antd';
import { useCallback, useState } from 'react';
import type { ReportState, StateRef } from '../../../core/api/index.ts';
import { useCall } from '../../api/call-context.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useHelp } from '../../stores/help.ts';
import { useSession } from '../workspace/desk-context.ts';

function States({
  states,
  onExport,
}: {
  readonly states: readonly ReportState[];
  readonly onExport: (since: StateRef) => void;
}) {
  const [at, setAt] = useState(0);
  const chosen = states[at];
  if (!chosen) {
    return (
      <p className="export-hint">
        还没有可以对照的样子。沿用上年报告、导出过一次以后，这里就有了。
      </p>
    );
  }
  return (
    <>
      <p className="export-hint">
        与选定的样子相比，增加和删去的字都带修订标记，用 Word 或 WPS 打开可以逐处接受或拒绝。
      </p>
      <Radio.Group
        className="layout-choices"
        aria-label="与哪个时候相比"
        value={at}
        options={states.map(({ title }, index) => ({ value: index, label: title }))}
        onChange={({ target }) => setAt(target.value as number)}
      />
      <div className="export-answers drawer-foot">
        <Button type="primary" onClick={() => onExport(chosen.since)}>
          导出修订稿
        </Button>
      </div>
    </>
  );
}

function Choosing({ onExport }: { readonly onExport: (since: StateRef) => void }) {
  const call = useCall();
  const { id: reportId } = useSession().opened.summary;
  const { answer, again } = useAnswer(
    useCallback(() => call('report.states', { reportId }), [call, reportId]),
  );
  switch (answer.state) {
    case 'waiting':
      return <Waiting label="正在找以前的样子" />;
    case 'failed':
      return <Problem error={answer.error} onRetry={again} />;
    case 'ready':
      return <States states={answer.value} onExport={onExport} />;
  }
}

/** What the present text is to be compared with. */
export function ChangesDrawer({
  open,
  onClose,
  onExport,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onExport: (since: StateRef) => void;
}) {
  const isHelpOpen = useHelp((state) => state.isOpen);
  return (
    <Drawer
      title="与以前相比的修订稿"
      open={open}
      onClose={onClose}
      size={440}
      destroyOnHidden
      focusable={{ trap: !isHelpOpen }}
    >
      <div className="changes-choice">
        <Choosing onExport={onExport} />
      </div>
    </Drawer>
  );
}
