import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../workspace/desk-context.ts';
import { OpenLists, useOpenWords } from '../workspace/open-lists.tsx';
import { useLeaveCheck } from '../workspace/use-check-view.ts';

/** What is still open, in one line; each of it leads to its words. */
export function OpenLine() {
  const session = useSession();
  const words = useOpenWords();
  const leave = useLeaveCheck();
  const [isListed, setIsListed] = useState(false);
  if (session.isReadOnly || words === '') return null;
  return (
    <section className="desk-bar export-open" aria-label="导出前还没有了的事">
      <p>{words}。</p>
      <div className="desk-bar-answers">
        <Button size="small" aria-expanded={isListed} onClick={() => setIsListed(!isListed)}>
          {isListed ? '收起' : '逐条看'}
        </Button>
      </div>
      {isListed && <OpenLists onGo={(go) => leave(go)} />}
    </section>
  );
}
