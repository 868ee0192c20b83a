import './preview.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../components/problem.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useDesk, useSession } from '../workspace/desk-context.ts';
import { openExport, useDeskView } from '../workspace/use-check-view.ts';
import { findPageOf } from './desk-words.ts';
import { type PagesHandle, PagesView } from './pages-view.tsx';
import { useGoToWords } from './use-go-to-words.ts';
import { useKeeper, usePreview } from './use-preview.ts';

/** How long the caret rests before its page is looked for, in milliseconds. */
const REST_MS = 300;

/** The pages beside the writing: they follow the caret, and come anew when the writing pauses. */
export function PreviewTab() {
  const session = useSession();
  const keeper = useKeeper();
  const copy = useDesk((state) => state.copy);
  const isShown = useDeskView() === null;
  const { preview, error } = usePreview(copy, isShown);
  const [page, setPage] = useState(1);
  const handle = useRef<PagesHandle>(null);
  const pages = preview?.pages;
  const goToWords = useGoToWords(pages ?? []);
  const follow = useCallback(() => {
    const { doc, selection } = session.getState();
    const found = pages ? findPageOf(doc, selection.head, pages) : null;
    if (found !== null) handle.current?.goTo(found + 1);
  }, [session, pages]);
  useEffect(() => {
    let timer = 0;
    const rest = () => {
      window.clearTimeout(timer);
      const isWriting = session.getView()?.hasFocus() ?? false;
      if (isWriting) timer = window.setTimeout(follow, REST_MS);
    };
    const first = window.setTimeout(follow);
    document.addEventListener('selectionchange', rest);
    return () => {
      window.clearTimeout(timer);
      window.clearTimeout(first);
      document.removeEventListener('selectionchange', rest);
    };
  }, [session, follow]);
  if (!pages) {
    if (error) return <Problem error={error} onRetry={() => void keeper.refresh(copy)} />;
    return <Waiting label="正在排版" />;
  }
  return (
    <div className="preview-tab">
      <p className="preview-tab-bar">
        <span role="status">
          共 {pages.length} 页，第 {Math.min(page, pages.length)} 页
        </span>
        <button type="button" className="text-button" onClick={() => openExport(session)}>
          放大、打印、导出
        </button>
      </p>
      {error && <Problem error={error} onRetry={() => void keeper.refresh(copy)} />}
      <PagesView
        ref={handle}
        pages={pages}
        fit="width"
        label="正文旁的预览"
        onPage={setPage}
        onLine={goToWords}
      />
    </div>
  );
}
