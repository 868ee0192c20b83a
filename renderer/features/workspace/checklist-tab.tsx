import { useMemo } from 'react';
import type { CheckItemResult } from '../../../core/api/index.ts';
import { isSettled } from '../../../core/coverage/index.ts';
import type { CheckItem } from '../../../core/packs/index.ts';
import { CheckItemCard } from './check-item-card.tsx';
import { useDesk, useSession } from './desk-context.ts';

interface Question {
  readonly item: CheckItem;
  readonly result: CheckItemResult;
}

function useQuestions(): readonly Question[] | null {
  const { checklist } = useSession().opened.packs;
  const results = useDesk((state) => state.analysis?.items);
  const home = useDesk((state) => (state.showsHomeless ? null : state.currentStop));
  return useMemo(() => {
    if (!results) return null;
    const items = new Map(checklist.items.map((item) => [item.id, item]));
    return results
      .filter((result) => result.homeId === home)
      .flatMap((result) => {
        const item = items.get(result.itemId);
        return item ? [{ item, result }] : [];
      });
  }, [results, home, checklist]);
}

function Summary({ questions }: { readonly questions: readonly Question[] }) {
  const { outline, outlineIsCurrent, checklistIsOwn } = useSession().opened.packs;
  const showsHomeless = useDesk((state) => state.showsHomeless);
  const asked = questions.filter(({ item }) => item.required);
  const answered = asked.filter(({ result }) => isSettled(result.state)).length;
  if (showsHomeless) {
    return (
      <p className="panel-intro">
        下面这些，报告里还没有合适的条目来写。可以添一条，也可以写进相近的条目。
      </p>
    );
  }
  return (
    <p className="panel-intro">
      {asked.length > 0
        ? `这里必答 ${asked.length} 项，已答 ${answered} 项。`
        : '这里没有必答的，下面的供参考。'}
      依据《{outline.citation}》{!outlineIsCurrent && '，适用本年度的新纲要尚未收入'}
      {!checklistIsOwn && '，它还没有配套的清单，暂用以前的'}。
    </p>
  );
}

/** What belongs here, in the template's words. */
function Guidance() {
  const { template } = useSession().opened.packs;
  const stop = useDesk((state) => state.stops.find(({ id }) => id === state.currentStop));
  const showsHomeless = useDesk((state) => state.showsHomeless);
  const part = template.parts.find(({ kind }) => kind === stop?.part);
  const section = part?.sections.find(({ heading }) => heading === stop?.heading);
  const guidance = stop?.kind === 'part' ? part?.guidance : section?.guidance;
  if (!guidance || showsHomeless) return null;
  return <p className="panel-guidance">{guidance}</p>;
}

/** 清单: what must be said in the section under the caret. */
export function ChecklistTab() {
  const questions = useQuestions();
  const isPaused = useDesk((state) => state.analysisState === 'failed');
  if (!questions) {
    return <p className="panel-intro">{isPaused ? '清单暂时停了。' : '正在对照清单……'}</p>;
  }
  if (questions.length === 0) {
    return (
      <>
        <Guidance />
        <p className="panel-intro">
          这一处没有必须回答的问题。把光标移到别的条目，这里会列出那一条要写明的事项。
        </p>
      </>
    );
  }
  return (
    <>
      <Guidance />
      <Summary questions={questions} />
      <ul className="check-items">
        {questions.map(({ item, result }) => (
          <CheckItemCard key={item.id} item={item} result={result} />
        ))}
      </ul>
    </>
  );
}
