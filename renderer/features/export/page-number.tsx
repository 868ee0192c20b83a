import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';

/** 第 3 页，共 12 页: told, and typed to go to another. */
export function PageNumber({
  page,
  pages,
  onGo,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onGo: (page: number) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    if (input && input !== document.activeElement) input.value = String(page);
  }, [page]);
  const go = (input: HTMLInputElement) => {
    const wanted = Number.parseInt(input.value, 10);
    const reached = Number.isNaN(wanted) ? page : Math.min(pages, Math.max(1, wanted));
    input.value = String(reached);
    if (reached !== page) onGo(reached);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(event.currentTarget);
  };
  return (
    <div className="page-number">
      <Button
        aria-label="上一页"
        title="上一页"
        disabled={page <= 1}
        onClick={() => onGo(page - 1)}
      >
        ‹
      </Button>
      <span>
        共 {pages} 页，第{' '}
        <input
          ref={field}
          inputMode="numeric"
          aria-label={`到第几页，现在第 ${page} 页，共 ${pages} 页`}
          defaultValue={page}
          maxLength={4}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onKeyDown={onKeyDown}
          onBlur={({ currentTarget }) => go(currentTarget)}
        />{' '}
        页
      </span>
      <Button
        aria-label="下一页"
        title="下一页"
        disabled={page >= pages}
        onClick={() => onGo(page + 1)}
      >
        ›
      </Button>
    </div>
  );
}
