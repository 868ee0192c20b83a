import { useDeferredValue, useMemo, useState } from 'react';
import { tallyQuestions } from '../../../core/coverage/index.ts';
import { CheckItemCard } from './check-item-card.tsx';
import { FilterBar, ScopeBar } from './checklist-bars.tsx';
import {
  filterQuestions,
  groupQuestions,
  listQuestions,
  type Question,
  type QuestionGroup,
} from './checklist-view.ts';
import { useDesk, useSession } from './desk-context.ts';
import { remarksOf } from './remark-words.ts';
import { useOutline } from './use-outline.ts';

function useQuestions(): readonly Question[] | null {
  const { packs } = useSession().opened;
  const results = useDesk((state) => state.analysis?.items);
  const lastYear = useDesk((state) => state.analysis?.lastYearItems);
  return useMemo(
    () => (results ? listQuestions(packs, results, lastYear ?? []) : null),
    [results, lastYear, packs],
  );
}

/** What the questions rest on, and what is lacking of it. */
function Basis() {
  const { outline, outlineIsCurrent, checklistIsOwn } = useSession().opened.packs;
  return (
    <>
      依据《{outline.citation}》{!outlineIsCurrent && '，适用本年度的新纲要尚未收入'}
      {!checklistIsOwn && '，它还没有配套的清单，暂用以前的'}。
    </>
  );
}

function Summary({ questions }: { readonly questions: readonly Question[] }) {
  const { total, settled, optional } = tallyQuestions(questions);
  const others = optional > 0 ? `另有选答 ${optional} 项。` : '';
  return (
    <p className="panel-intro">
      {total > 0
        ? `这里必答 ${total} 项，已答 ${settled} 项。${others}`
        : '这里没有必答的，下面的供参考。'}
      <Basis />
    </p>
  );
}

/** What belongs here, in the template's words. */
function Guidance() {
  const { template } = useSession().opened.packs;
  const stop = useDesk((state) => state.stops.find(({ id }) => id === state.currentStop));
  const part = template.parts.find(({ kind }) => kind === stop?.part);
  const section = part?.sections.find(({ heading }) => heading === stop?.heading);
  const guidance = stop?.kind === 'part' ? part?.guidance : section?.guidance;
  return guidance ? <p className="panel-guidance">{guidance}</p> : null;
}

/** What may be said of the piece under the caret, in quiet words. */
function Remarks() {
  const stop = useDesk((state) => state.currentStop);
  const remarks = useDesk((state) => state.analysis?.review.remarks);
  const own = remarksOf(remarks ?? [], stop);
  if (own.length === 0) return null;
  return (
    <ul className="panel-remarks" aria-label="写法提示">
      {own.map(({ kind, text }) => (
        <li key={`${kind}${text}`}>{text}</li>
      ))}
    </ul>
  );
}

function Cards({ questions }: { readonly questions: readonly Question[] }) {
  return (
    <ul className="check-items">
      {questions.map((question) => (
        <CheckItemCard key={question.item.id} question={question} />
      ))}
    </ul>
  );
}

function HomelessQuestions({ questions }: { readonly questions: readonly Question[] }) {
  const own = questions.filter(({ result }) => result.homeId === null);
  return (
    <>
      <p className="panel-intro">
        下面这些，报告里还没有合适的条目来写。可以添一条，也可以写进相近的条目。
      </p>
      <Cards questions={own} />
    </>
  );
}

function QuestionsHere({ questions }: { readonly questions: readonly Question[] }) {
  const home = useDesk((state) => state.currentStop);
  const own = questions.filter(({ result }) => result.homeId === home);
  if (own.length === 0) {
    return (
      <>
        <Guidance />
        <Remarks />
        <p className="panel-intro">
          这一处没有必须回答的问题。把光标移到别的条目，这里会列出那一条要写明的事项。
        </p>
      </>
    );
  }
  return (
    <>
      <Guidance />
      <Remarks />
      <Summary questions={own} />
      <Cards questions={own} />
    </>
  );
}

/** How many questions a group with nothing open holds. */
function countGroup(questions: readonly Question[]): string {
  const { total, optional } = tallyQuestions(questions);
  if (optional === 0) return `必答 ${total} 项`;
  return total === 0 ? `选答 ${optional} 项` : `必答 ${total} 项，另有选答 ${optional} 项`;
}

function Group({ group }: { readonly group: QuestionGroup }) {
  const [isOpen, setIsOpen] = useState(true);
  const { name, questions, open } = group;
  return (
    <li>
      <button
        type="button"
        className="fold-button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>{name}</span>
        {open > 0 ? <b>必答还有 {open} 项</b> : <span>{countGroup(questions)}</span>}
      </button>
      {isOpen && <Cards questions={questions} />}
    </li>
  );
}

/** A hundred cards are drawn in pieces, so that no key waits for them. */
function Groups({ groups }: { readonly groups: readonly QuestionGroup[] }) {
  const shown = useDeferredValue(groups, []);
  return (
    <ul className="question-groups">
      {shown.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </ul>
  );
}

function AllQuestions({ questions }: { readonly questions: readonly Question[] }) {
  const { packs } = useSession().opened;
  const view = useDesk((state) => state.checklist);
  const { rows } = useOutline();
  const { total, settled } = tallyQuestions(questions);
  const groups = useMemo(
    () => groupQuestions(filterQuestions(questions, view), view.grouping, { rows, packs }),
    [questions, view, rows, packs],
  );
  return (
    <>
      <p className="panel-intro">
        全文必答 {total} 项，已答 {settled} 项。
        <Basis />
      </p>
      <FilterBar questions={questions} />
      {groups.length === 0 && <p className="panel-intro">没有这样的问题。</p>}
      <Groups key={view.grouping} groups={groups} />
    </>
  );
}

/** 清单: what must be said in the section under the caret, or in the whole report. */
export function ChecklistTab() {
  const questions = useQuestions();
  const isPaused = useDesk((state) => state.analysisState === 'failed');
  const scope = useDesk((state) => state.checklist.scope);
  const showsHomeless = useDesk((state) => state.showsHomeless);
  if (!questions) {
    return <p className="panel-intro">{isPaused ? '清单暂时停了。' : '正在对照清单……'}</p>;
  }
  return (
    <>
      <ScopeBar />
      {showsHomeless ? (
        <HomelessQuestions questions={questions} />
      ) : scope === 'here' ? (
        <QuestionsHere questions={questions} />
      ) : (
        <AllQuestions questions={questions} />
      )}
    </>
  );
}
