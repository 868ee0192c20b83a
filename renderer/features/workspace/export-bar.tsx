import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDesk, useSession } from './desk-context.ts';
import { OpenLists, useOpenWords } from './open-lists.tsx';

function AskingBar({ exporting, onExport }: { exporting: boolean; onExport: () => void }) {
  const session = useSession();
  const words = useOpenWords();
  const [isListed, setIsListed] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.querySelector('button')?.focus(), []);
  const close = () => {
    session.store.setState({ asksBeforeExport: false });
    session.getView()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    close();
    event.stopPropagation();
  };
  return (
    <section
      ref={bar}
      className="desk-bar export-bar"
      aria-label="导出前还没有了的事"
      onKeyDown={onKeyDown}
    >
      <p role="status">{words === '' ? '都看过了，可以导出。' : `${words}。`}</p>
      <div className="desk-bar-answers">
        {words !== '' && (
          <Button aria-expanded={isListed} onClick={() => setIsListed(!isListed)}>
            {isListed ? '收起' : '逐条看'}
          </Button>
        )}
        <Button type="primary" loading={exporting} onClick={onExport}>
          {words === '' ? '导出' : '仍然导出'}
        </Button>
        <Button onClick={close}>先不导出</Button>
      </div>
      {isListed && words !== '' && <OpenLists />}
    </section>
  );
}

/** Asks, before a report that is not finished is exported, and lists what is left. */
export function ExportBar(props: { readonly exporting: boolean; readonly onExport: () => void }) {
  const asks = useDesk((state) => state.asksBeforeExport);
  return asks && <AskingBar {...props} />;
}
