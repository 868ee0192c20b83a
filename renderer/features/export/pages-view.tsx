import {
  type MouseEvent,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import type { Page } from '../../../core/paginate/index.ts';
import { PageView } from './page-view.tsx';

/** How large the pages are: as wide as their place, whole, or two side by side. */
export type PageFit = 'width' | 'page' | 'two';

/** What can be asked of the shown pages. */
export interface PagesHandle {
  /** Brings a page, from 1, to the top. */
  goTo(page: number): void;
}

/** Drawn at once; the rest follows while nothing else is to be done. */
const FIRST_PAGES = 3;

/** The page, from 1, that takes up the middle of its place. */
function readPageAt(scroll: HTMLElement): number {
  const middle = scroll.scrollTop + scroll.clientHeight / 2;
  const pages = [...scroll.querySelectorAll<HTMLElement>('.preview-page')];
  const at = pages.findLast((page) => page.offsetTop <= middle);
  return Number(at?.dataset['page'] ?? 1);
}

/** Tells which page is looked at, once a frame at most. */
function useShownPage(onPage: (page: number) => void) {
  const scroll = useRef<HTMLElement>(null);
  const frame = useRef(0);
  useEffect(() => () => window.cancelAnimationFrame(frame.current), []);
  const onScroll = () => {
    window.cancelAnimationFrame(frame.current);
    frame.current = window.requestAnimationFrame(() => {
      if (scroll.current) onPage(readPageAt(scroll.current));
    });
  };
  return { scroll, onScroll };
}

function findLine(event: MouseEvent): { readonly page: number; readonly line: number } | null {
  const isMarking = !(window.getSelection()?.isCollapsed ?? true);
  if (isMarking || !(event.target instanceof Element)) return null;
  const line = event.target.closest('[data-line]')?.getAttribute('data-line');
  const page = event.target.closest('[data-page]')?.getAttribute('data-page');
  return line == null || page == null ? null : { page: Number(page) - 1, line: Number(line) };
}

/** Pages one below the other; a click on a line is told, but not the marking of words. */
export function PagesView({
  pages,
  fit,
  label,
  onPage,
  onLine,
  ref,
}: {
  readonly pages: readonly Page[];
  readonly fit: PageFit;
  readonly label: string;
  readonly onPage: (page: number) => void;
  /** Page and line from 0. */
  readonly onLine: (page: number, line: number) => void;
  readonly ref: Ref<PagesHandle>;
}) {
  const { scroll, onScroll } = useShownPage(onPage);
  const drawn = useDeferredValue(pages, pages.slice(0, FIRST_PAGES));
  useImperativeHandle(ref, () => ({
    goTo(page) {
      const place = scroll.current;
      const element = place?.querySelector<HTMLElement>(`[data-page="${page}"]`);
      if (place && element) place.scrollTo({ top: Math.max(0, element.offsetTop - 14) });
    },
  }));
  const onClick = (event: MouseEvent) => {
    const found = findLine(event);
    if (found) onLine(found.page, found.line);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside the page number does the same by key
    <section
      className="preview-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
      tabIndex={0}
      ref={scroll}
      onScroll={onScroll}
      onClick={onClick}
    >
      <div className="preview-pages" data-fit={fit}>
        {drawn.map((page, index) => (
          <PageView
            // biome-ignore lint/suspicious/noArrayIndexKey: pages are known by their order alone
            key={index}
            page={page}
            number={index + 1}
          />
        ))}
      </div>
    </section>
  );
}
