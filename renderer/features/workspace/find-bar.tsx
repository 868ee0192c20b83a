import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  type FindState,
  findStateOf,
  replaceAll,
  replaceCurrent,
  startFind,
  stepFind,
} from '../../editor/index.ts';
import { useDesk, useSession } from './desk-context.ts';
import type { Edit } from './draft-session.ts';

function describeCount({ words, matches, current }: FindState): string {
  if (words === '') return '';
  return matches.length === 0 ? '没有找到' : `第 ${current + 1} 处，共 ${matches.length} 处`;
}

interface Search {
  readonly count: string;
  readonly words: string;
  readonly seek: (words: string) => void;
  readonly step: (step: 1 | -1) => void;
  readonly replace: (words: string) => void;
  readonly replaceEach: (words: string) => void;
}

function useSearch(): Search {
  const session = useSession();
  const [words, setWords] = useState(() => {
    const { selection, doc } = session.getState();
    return doc.textBetween(selection.from, selection.to).slice(0, 60);
  });
  const [count, setCount] = useState('');
  const dispatch = (edit: Edit) => {
    const view = session.getView();
    const tr = view && edit(view.state);
    if (view && tr) view.dispatch(tr);
    setCount(describeCount(findStateOf(session.getState())));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words selected at opening are sought once.
  useEffect(() => {
    dispatch((state) => startFind(state, words));
    return () => {
      const view = session.getView();
      if (view) view.dispatch(startFind(view.state, ''));
    };
  }, [session]);
  return {
    count,
    words,
    seek: (next) => {
      setWords(next);
      dispatch((state) => startFind(state, next));
    },
    step: (step) => dispatch((state) => stepFind(state, step)),
    replace: (next) => {
      if (!session.isReadOnly) dispatch((state) => replaceCurrent(state, next));
    },
    replaceEach: (next) => {
      const { length } = findStateOf(session.getState()).matches;
      if (session.isReadOnly || length === 0) return;
      dispatch((state) => replaceAll(state, next));
      setCount(`已替换 ${length} 处`);
    },
  };
}

function ReplaceRow({ search }: { readonly search: Search }) {
  const [words, setWords] = useState('');
  return (
    <div className="find-row">
      <input
        className="find-field"
        aria-label="替换为"
        placeholder="替换为"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) search.replace(words);
        }}
      />
      <Button size="small" onClick={() => search.replace(words)}>
        替换
      </Button>
      <Button size="small" onClick={() => search.replaceEach(words)}>
        全部替换
      </Button>
    </div>
  );
}

/** Ctrl+F and Ctrl+H: over the page's corner, so that the text stays in sight. */
export function FindBar() {
  const session = useSession();
  const mode = useDesk((state) => state.find);
  const search = useSearch();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking for another mode brings the caret back.
  useEffect(() => field.current?.select(), [mode]);
  const close = () => {
    session.store.setState({ find: 'closed' });
    session.getView()?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current) {
      search.step(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  };
  return (
    <search className="find-bar" aria-label="查找和替换" onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          className="find-field"
          ref={field}
          aria-label="查找"
          placeholder="查找"
          value={search.words}
          onChange={(event) => search.seek(event.target.value)}
        />
        <span className="find-count" aria-live="polite">
          {search.count}
        </span>
        <Button size="small" aria-label="上一处" onClick={() => search.step(-1)}>
          ↑
        </Button>
        <Button size="small" aria-label="下一处" onClick={() => search.step(1)}>
          ↓
        </Button>
        <Button size="small" type="text" aria-label="关闭查找" onClick={close}>
          ✕
        </Button>
      </div>
      {mode === 'replace' && !session.isReadOnly && <ReplaceRow search={search} />}
    </search>
  );
}
