import { Tabs } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { isSettled } from '../../../core/coverage/index.ts';
import { Waiting } from '../../components/waiting.tsx';
import { MaterialsTab } from '../materials/materials-tab.tsx';
import { useHasUnusedHere } from '../materials/section-materials.ts';
import { useYearMaterials } from '../materials/use-year.ts';
import { ChecklistTab } from './checklist-tab.tsx';
import { useDesk, useSession } from './desk-context.ts';
import type { PanelTab } from './desk-state.ts';
import { LastYearTab } from './last-year-tab.tsx';
import { listFindings } from './open-points.ts';
import { PromisesTab } from './promises-tab.tsx';
import { ProofreadTab } from './proofread-tab.tsx';

const PreviewTab = lazy(async () => ({
  default: (await import('../export/preview-tab.tsx')).PreviewTab,
}));

function TabLabel({ text, isOpen }: { readonly text: string; readonly isOpen: boolean }) {
  return (
    <span className="tab-label">
      {text}
      {isOpen && (
        <>
          <span className="tab-dot" aria-hidden="true" />
          <span className="visually-hidden">，有未了的事</span>
        </>
      )}
    </span>
  );
}

/** Another section begins at the top of its list; whoever is at work in the panel is left alone. */
function useTopOfSection() {
  const panel = useRef<HTMLElement>(null);
  const stop = useDesk((state) => state.currentStop);
  const last = useRef(stop);
  useEffect(() => {
    if (last.current === stop) return;
    last.current = stop;
    if (panel.current?.contains(document.activeElement)) return;
    panel.current?.querySelector('.ant-tabs-body-holder')?.scrollTo({ top: 0 });
  }, [stop]);
  return panel;
}

/** The panel at the right. It follows the caret; each tab answers one question. */
export function Panel() {
  const session = useSession();
  const tab = useDesk((state) => state.tab);
  const { checklist } = session.opened.packs;
  const required = useMemo(
    () => new Set(checklist.items.flatMap((item) => (item.required ? [item.id] : []))),
    [checklist],
  );
  const hasFindings = useDesk(
    ({ analysis, chips }) => listFindings(analysis?.findings).length > 0 || chips.length > 0,
  );
  const hasOpenItems = useDesk(
    ({ analysis, currentStop }) =>
      analysis?.items.some(
        (result) =>
          result.homeId === currentStop && !isSettled(result) && required.has(result.itemId),
      ) ?? false,
  );
  const hasOpenPromises = useDesk(
    ({ analysis, outcomes }) =>
      analysis?.promises.some(({ promise }) => !Object.hasOwn(outcomes, promise.id)) ?? false,
  );
  useYearMaterials(session.opened.report.year);
  const hasMaterial = useHasUnusedHere();
  const panel = useTopOfSection();
  return (
    <aside ref={panel} className="panel" aria-label="写作助手">
      <Tabs
        activeKey={tab}
        onChange={(key) => session.store.setState({ tab: key as PanelTab })}
        destroyOnHidden
        items={[
          {
            key: 'checklist',
            label: <TabLabel text="清单" isOpen={hasOpenItems} />,
            children: <ChecklistTab />,
          },
          { key: 'lastYear', label: '上年', children: <LastYearTab /> },
          {
            key: 'proofread',
            label: <TabLabel text="校对" isOpen={hasFindings} />,
            children: <ProofreadTab />,
          },
          {
            key: 'materials',
            label: <TabLabel text="素材" isOpen={hasMaterial} />,
            children: <MaterialsTab />,
          },
          {
            key: 'promises',
            label: <TabLabel text="承诺" isOpen={hasOpenPromises} />,
            children: <PromisesTab />,
          },
          {
            key: 'preview',
            label: '预览',
            children: (
              <Suspense fallback={<Waiting label="正在排版" />}>
                <PreviewTab />
              </Suspense>
            ),
          },
        ]}
      />
    </aside>
  );
}
