import './forms.css';
import { Button, Segmented } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { BackLink, TopBar } from '../../components/top-bar.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { navigate } from '../../stores/navigation.ts';
import { useIncomingForms } from './incoming-forms.ts';
import { LedgerTable } from './ledger-table.tsx';
import { OfficeList } from './office-list.tsx';
import { SendCard } from './send-card.tsx';
import { IncomingList, TakeBackCard } from './take-back.tsx';
import { useForms } from './use-forms.ts';

type View = 'forms' | 'ledger';

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

/** Where several files may be let go at once. */
function useDropped(onFiles: (files: readonly File[]) => void) {
  const depth = useRef(0);
  const [isOver, setIsOver] = useState(false);
  const hover = (left: number) => {
    depth.current = Math.max(0, left);
    setIsOver(depth.current > 0);
  };
  const events = {
    onDragEnter: (event: DragEvent) => {
      if (holdsFiles(event)) hover(depth.current + 1);
    },
    onDragLeave: (event: DragEvent) => {
      if (holdsFiles(event)) hover(depth.current - 1);
    },
    onDragOver: (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      hover(0);
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { isOver, events };
}

function YearSteps({ year }: { readonly year: number }) {
  return (
    <span className="year-steps">
      {[year - 1, year + 1].map((other) => (
        <button
          key={other}
          type="button"
          className="text-button"
          onClick={() => navigate({ screen: 'forms', year: other })}
        >
          {other} 年
        </button>
      ))}
    </span>
  );
}

function Body({
  year,
  incoming,
}: {
  readonly year: number;
  readonly incoming: ReturnType<typeof useIncomingForms>;
}) {
  const { answer, again } = useForms(year);
  const [view, setView] = useState<View>('forms');
  if (answer.state === 'waiting') return <Waiting label="正在取征集表" />;
  if (answer.state === 'failed') {
    return (
      <div className="screen-middle">
        <Problem error={answer.error} onRetry={again} />
      </div>
    );
  }
  const data = answer.value;
  return (
    <main className="library forms">
      <div className="forms-main">
        <h1>{year} 年度征集表和台账</h1>
        <Segmented<View>
          aria-label="看什么"
          value={view}
          options={[
            { value: 'forms', label: '征集表' },
            { value: 'ledger', label: '台账' },
          ]}
          onChange={setView}
        />
        <IncomingList
          forms={incoming.forms}
          year={data}
          onChange={incoming.change}
          onDrop={incoming.drop}
          onKept={again}
        />
        {view === 'forms' ? (
          <OfficeList year={data} />
        ) : (
          <LedgerTable data={data} year={year} onSaved={again} />
        )}
      </div>
      <aside className="library-side" aria-label="发出与收回">
        <SendCard year={year} count={data.forms.length} />
        <TakeBackCard onFiles={incoming.take} />
      </aside>
    </main>
  );
}

/** 征集表: what each office is asked for one report year, what came back, and the year's figures. */
export function Forms({ year }: { readonly year: number }) {
  const incoming = useIncomingForms();
  const { isOver, events } = useDropped(incoming.take);
  return (
    <div className="screen" {...events}>
      <TopBar
        actions={<Button onClick={() => navigate({ screen: 'materials', year })}>素材</Button>}
      >
        <BackLink label="报告库" onClick={() => navigate({ screen: 'library' })} />
        <strong>{year} 年征集表</strong>
        <YearSteps year={year} />
      </TopBar>
      <Body year={year} incoming={incoming} />
      {isOver && (
        <div className="drop-veil" aria-hidden="true">
          <p>松开鼠标，读取填好的表</p>
        </div>
      )}
    </div>
  );
}
