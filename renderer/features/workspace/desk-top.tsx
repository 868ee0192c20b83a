import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { listOpen } from '../../../core/self-check/index.ts';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { toReport } from '../../editor/index.ts';
import { navigate } from '../../stores/navigation.ts';
import { useDesk, useSession } from './desk-context.ts';
import { openCheck, openExport } from './use-check-view.ts';
import type { Export } from './use-export.ts';

/** Leaves only once everything is durable; when that fails, says so and leaves at the second asking. */
function useLeave(): () => void {
  const session = useSession();
  const [warned, setWarned] = useState(false);
  return () => {
    const leave = async () => {
      if (warned || session.isReadOnly || (await session.saver.flush())) {
        navigate({ screen: 'library' });
        return;
      }
      setWarned(true);
      session.store.setState({
        message: {
          text: '还有修改没有存进去。再点一次“报告库”就不再等待，未存的修改会丢失。',
          details: [],
          tone: 'bad',
        },
      });
    };
    void leave();
  };
}

function SaveDot() {
  const save = useDesk((state) => state.save);
  return <span className={`save-dot is-${save.kind}`} aria-hidden="true" />;
}

/** How many points are open: as many as 检查 lists. */
function useOpenCount(): number {
  const session = useSession();
  const analysis = useDesk((state) => state.analysis);
  return useMemo(() => {
    if (!analysis) return 0;
    const isUndated = toReport(session.getState().doc).closing.signedDate === null;
    return listOpen(analysis, session.opened.packs, isUndated).length;
  }, [session, analysis]);
}

/** The desk's top bar: the way back, the report's name, 检查 and 导出. */
export function DeskTop({ exporting, exportFiling }: Pick<Export, 'exporting' | 'exportFiling'>) {
  const session = useSession();
  const { summary, report } = session.opened;
  const open = useOpenCount();
  const leave = useLeave();
  const { store } = session;
  return (
    <TopBar
      actions={
        <>
          <Button
            className="narrow-only"
            onClick={() =>
              store.setState(({ outlineOpen }) => ({ outlineOpen: !outlineOpen, panelOpen: false }))
            }
          >
            目录
          </Button>
          <Button
            className="narrow-only"
            onClick={() =>
              store.setState(({ panelOpen }) => ({ panelOpen: !panelOpen, outlineOpen: false }))
            }
          >
            助手
          </Button>
          <Button
            title="看看还有什么没办，能不能报送（Shift+F7）"
            onClick={() => openCheck(session)}
          >
            检查{open > 0 && <span className="count-open"> {open}</span>}
          </Button>
          <Button
            title="看排好版的每一页，打印、存为 PDF 或导出（Ctrl+Shift+E）"
            onClick={() => openExport(session)}
          >
            预览与导出
          </Button>
          <Button type="primary" loading={exporting} onClick={exportFiling}>
            导出 Word
          </Button>
        </>
      }
    >
      <BackLink label="报告库" onClick={leave} />
      <strong>
        {[summary.issuers.join('、'), `${report.year} 年法治政府建设年度报告`].join(' · ')}
      </strong>
      <SaveDot />
    </TopBar>
  );
}
