import { type ReactNode, useId, useState } from 'react';
import type { OutlineItem } from '../../../core/packs/index.ts';
import type { Question } from './checklist-view.ts';
import { useSession } from './desk-context.ts';

/** A day as people write it: 2026 年 11 月 22 日. */
function formatDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

/** What shows that it was done, and the numbers that are asked for. */
export function Wanted({ question }: { readonly question: Question }) {
  const { evidence, figures } = question.item;
  if (evidence.length + figures.length === 0) return null;
  return (
    <dl className="check-wanted">
      {figures.length > 0 && (
        <>
          <dt>数字</dt>
          <dd>
            {figures
              .map(({ name, unit }) => (unit === '' ? name : `${name}（${unit}）`))
              .join('、')}
          </dd>
        </>
      )}
      {evidence.length > 0 && (
        <>
          <dt>材料</dt>
          <dd>{evidence.join('、')}</dd>
        </>
      )}
    </dl>
  );
}

function useOutlineItem({ item }: Question): OutlineItem | undefined {
  const { outline } = useSession().opened.packs;
  return outline.chapters
    .flatMap((chapter) => chapter.items)
    .find(({ id }) => id === item.outlineItem);
}

function Source({ question }: { readonly question: Question }) {
  const { item, source } = question;
  return (
    <>
      {item.confidence !== 'verified' && <p>待核对：这一条的出处还没有对照原文，供参考。</p>}
      {source && (
        <p>
          出自清单包“{source.title}”，{formatDay(source.date)}整理。{source.source}
        </p>
      )}
    </>
  );
}

/** The article in a line; why it is asked and where that comes from, when it is opened. */
export function CheckDetails({
  question,
  isSettled,
  children,
}: {
  readonly question: Question;
  readonly isSettled: boolean;
  /** What stands beside the article. */
  readonly children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const outlineItem = useOutlineItem(question);
  const id = useId();
  const { item } = question;
  const why = item.why || outlineItem?.summary || '';
  const line = [
    item.basis,
    item.required ? '必答' : '选答',
    ...(item.confidence === 'verified' ? [] : ['待核对']),
  ];
  return (
    <div className="check-facts">
      <button
        type="button"
        className="check-basis"
        aria-expanded={isOpen}
        aria-controls={id}
        title="为什么要写"
        onClick={() => setIsOpen(!isOpen)}
      >
        {line.join(' · ')}
      </button>
      {children}
      {isOpen && (
        <div className="check-why" id={id}>
          {why !== '' && <p>{why}</p>}
          {isSettled && <Wanted question={question} />}
          <Source question={question} />
        </div>
      )}
    </div>
  );
}
