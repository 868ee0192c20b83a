import './help.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { changeSide, closeHelp, turnBack, turnTo, useHelp } from '../../stores/help.ts';
import { askForTour, useTour } from '../../stores/tour.ts';
import { followLink, type Guide, type GuidePage, slugOf } from './guide.ts';
import { GuideText } from './guide-text.tsx';
import { guide } from './load-guide.ts';
import { searchGuide } from './search-guide.ts';

function Contents({ chapters }: Guide) {
  return (
    <nav aria-label="目录" className="help-contents">
      <h2 tabIndex={-1}>使用说明</h2>
      {chapters.map(({ title, pages }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {pages.map((page) => (
              <li key={page.id}>
                <button
                  type="button"
                  className="help-link"
                  onClick={() => turnTo({ page: page.id })}
                >
                  {page.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Hits({ query }: { readonly query: string }) {
  const hits = searchGuide(guide, query);
  if (hits.length === 0) {
    return <p role="status">没有找到“{query}”，请换一个词，或者看目录。</p>;
  }
  return (
    <>
      <p role="status" className="help-count">
        找到 {hits.length} 处
      </p>
      <ul className="help-hits">
        {hits.map(({ page, heading, excerpt }) => (
          <li key={`${page.id} ${heading}`}>
            <button
              type="button"
              className="help-hit"
              onClick={() =>
                turnTo(heading === page.title ? { page: page.id } : { page: page.id, heading })
              }
            >
              <b>{heading === page.title ? heading : `${page.title} · ${heading}`}</b>
              {excerpt !== '' && <span>{excerpt}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Page({ page }: { readonly page: GuidePage }) {
  return (
    <article className="help-page">
      <GuideText
        tokens={page.tokens}
        onLink={(href) => {
          const place = followLink(page.id, href);
          // the index is the table of contents
          if (place?.page === 'guide') return () => turnTo({ page: null });
          return place && guide.pages.has(place.page) ? () => turnTo(place) : null;
        }}
      />
    </article>
  );
}

const hasSameName = (heading: string) => (element: HTMLElement) =>
  element.dataset['heading'] === slugOf(heading);

/** Comes to the heading that is asked for, else to the page's beginning, with the focus. */
function useArrival(query: string) {
  const body = useRef<HTMLDivElement>(null);
  const place = useHelp((state) => state.place);
  const asked = useHelp((state) => state.asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again leads the focus back.
  useEffect(() => {
    const { current } = body;
    if (!current || query !== '') return;
    const { heading } = place;
    const headings = [...current.querySelectorAll<HTMLElement>('[data-heading]')];
    const target = heading === undefined ? undefined : headings.find(hasSameName(heading));
    if (target) target.scrollIntoView();
    else current.scrollTop = 0;
    (target ?? current.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true });
  }, [place, asked, query]);
  return body;
}

/** Gives the focus back to where it was before the help was asked for. */
function useFocusBack(): () => void {
  const [before] = useState(() => document.activeElement);
  return () => {
    const page = document.querySelector<HTMLElement>('.ProseMirror');
    const had = before instanceof HTMLElement && before.isConnected && before !== document.body;
    closeHelp();
    (had ? before : page)?.focus({ preventScroll: true });
  };
}

function Foot() {
  const isThere = useTour((state) => state.isThere);
  if (!isThere) return null;
  const start = () => {
    closeHelp();
    askForTour();
  };
  return (
    <footer>
      <button type="button" className="text-button" onClick={start}>
        再看一遍三步引导
      </button>
    </footer>
  );
}

/** A field of the browser's own: nothing is written back while an input method is at work in it. */
function Search({ onSearch }: { readonly onSearch: (query: string) => void }) {
  return (
    <input
      type="search"
      className="help-search"
      aria-label="在说明里找"
      placeholder="在说明里找"
      onInput={({ currentTarget, nativeEvent }) => {
        if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) return;
        onSearch(currentTarget.value.trim());
      }}
      onCompositionEnd={({ currentTarget }) => onSearch(currentTarget.value.trim())}
    />
  );
}

/** The help at the side: it lies beside one's work, which goes on under its own keys. */
export function HelpPane() {
  const { place, before, side } = useHelp();
  const [round, setRound] = useState(0);
  const [query, setQuery] = useState('');
  const pane = useRef<HTMLElement>(null);
  const body = useArrival(query);
  const leave = useFocusBack();
  const page = place.page === null ? undefined : guide.pages.get(place.page);
  // a page that was turned to ends the search
  const [shown, setShown] = useState(place);
  if (shown !== place) {
    setShown(place);
    setQuery('');
    setRound(round + 1);
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const field = pane.current?.querySelector<HTMLInputElement>('.help-search');
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
    if (event.key === 'Escape' || event.key === 'F1') leave();
    else if (isFind) field?.focus();
    else if (event.altKey && event.key === 'ArrowLeft') turnBack();
    else if (event.key === 'Enter' && event.target === field) {
      body.current?.querySelector<HTMLElement>('.help-hit')?.click();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <aside
      ref={pane}
      className={`help-pane is-${side}`}
      aria-label="使用说明"
      onKeyDown={onKeyDown}
    >
      <header>
        <button
          type="button"
          className="text-button"
          title="Alt+←"
          disabled={before.length === 0}
          onClick={turnBack}
        >
          返回
        </button>
        <button type="button" className="text-button" onClick={() => turnTo({ page: null })}>
          目录
        </button>
        <Search key={round} onSearch={setQuery} />
        <button type="button" className="text-button" onClick={changeSide}>
          {side === 'left' ? '移到右边' : '移到左边'}
        </button>
        <button
          type="button"
          className="help-close"
          aria-label="关闭使用说明"
          title="Esc"
          onClick={leave}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <div className="help-body" ref={body}>
        {query !== '' && <Hits query={query} />}
        {query === '' && (page ? <Page page={page} /> : <Contents {...guide} />)}
      </div>
      <Foot />
    </aside>
  );
}
