import type { MenuProps } from 'antd';
import { hasOpenPlace } from '../../../core/packs/index.ts';
import { useCall } from '../../api/call-context.tsx';
import type { Question } from './checklist-view.ts';
import { useDesk, useSession } from './desk-context.ts';
import { insertPattern, offerSection, type PatternTarget } from './insert-pattern.ts';
import { showRange } from './jump.ts';
import { LazyMenu } from './lazy-menu.tsx';
import { findUnfilled, stepToBlank } from './step-to-blank.ts';

interface Choice {
  readonly key: string;
  readonly phrase: string;
  readonly target: PatternTarget;
}

function MenuButton({
  groups,
  onChoose,
}: {
  readonly groups: readonly {
    readonly label: string | null;
    readonly choices: readonly Choice[];
  }[];
  readonly onChoose: (choice: Choice) => void;
}) {
  type Items = NonNullable<MenuProps['items']>;
  const readItems = () =>
    groups.flatMap(({ label, choices }): Items => {
      const children = choices.map((choice) => ({
        key: choice.key,
        label: <span className="phrase-choice">{choice.phrase}</span>,
        onClick: () => onChoose(choice),
      }));
      return label === null ? children : [{ key: label, type: 'group', label, children }];
    });
  return (
    <LazyMenu className="text-button" readItems={readItems}>
      插入句式
    </LazyMenu>
  );
}

/** For a question no section fits: a section made for it, or the one under the caret. */
function HomelessPhrases({
  question,
  phrases,
  onChoose,
}: {
  readonly question: Question;
  readonly phrases: readonly string[];
  readonly onChoose: (choice: Choice) => void;
}) {
  const { packs, report } = useSession().opened;
  const stop = useDesk((state) => state.stops.find(({ id }) => id === state.currentStop));
  const offer = offerSection(question.item, packs, report.year);
  const choicesFor = (target: PatternTarget) =>
    phrases.map((phrase) => ({ key: `${target.kind}-${phrase}`, phrase, target }));
  const mayStandHere = question.item.parts.some((kind) => kind === stop?.part);
  const made = offer.hasHeading ? `添一条“${offer.heading}”` : `添上“${offer.part.heading}”`;
  const groups = [
    { label: `${made}，写在里面`, choices: choicesFor({ kind: 'section', offer }) },
    ...(stop && mayStandHere
      ? [{ label: '写在光标所在的这一条', choices: choicesFor({ kind: 'stop', stopId: stop.id }) }]
      : []),
  ];
  return <MenuButton groups={groups} onChoose={onChoose} />;
}

/** A sentence that stands there already, with blanks: it wants filling, not another of its kind. */
function UnfilledPhrase({ question }: { readonly question: Question }) {
  const session = useSession();
  const { where } = question.result;
  const goThere = () => {
    const blank = findUnfilled(session.getState().doc, where);
    if (blank) {
      showRange(session, blank);
      session.store.setState({ panelOpen: false });
    } else stepToBlank(session, 1);
  };
  return (
    <button type="button" className="text-button" onClick={goThere}>
      填写空格
    </button>
  );
}

/** Puts a model sentence where it belongs; where there are two, asks which. */
export function Phrases({ question }: { readonly question: Question }) {
  const session = useSession();
  const call = useCall();
  const { item, result } = question;
  const [only] = item.phrases;
  const insert = ({ phrase, target }: Choice) =>
    void insertPattern(session, call, { item, phrase, target });
  if (result.where.some(({ quote }) => hasOpenPlace(quote))) {
    return <UnfilledPhrase question={question} />;
  }
  if (only === undefined) return null;
  if (result.homeId === null) {
    return <HomelessPhrases question={question} phrases={item.phrases} onChoose={insert} />;
  }
  const target = { kind: 'stop', stopId: result.homeId } as const;
  if (item.phrases.length > 1) {
    const choices = item.phrases.map((phrase) => ({ key: phrase, phrase, target }));
    return <MenuButton groups={[{ label: null, choices }]} onChoose={insert} />;
  }
  return (
    <button
      type="button"
      className="text-button"
      title={only}
      onClick={() => insert({ key: only, phrase: only, target })}
    >
      插入句式
    </button>
  );
}

/** Sentences that say truthfully that there was none. */
function listDenials({ item }: Question, reason: string): readonly string[] {
  const denials = item.phrases.filter(
    (phrase) => !phrase.includes('〔') && /没有|未|无/u.test(phrase),
  );
  const said = item.reasons.includes(reason) ? [`${reason.replace(/。$/u, '')}。`] : [];
  return [...new Set([...denials, ...said])];
}

/** Offers to write into the text what was answered beside it: that there was none. */
export function Denials({
  question,
  reason,
}: {
  readonly question: Question;
  readonly reason: string;
}) {
  const session = useSession();
  const call = useCall();
  const current = useDesk((state) => state.currentStop);
  const { item, result } = question;
  const denials = listDenials(question, reason);
  const target = { kind: 'stop', stopId: result.homeId ?? current } as const;
  return denials.map((phrase) => (
    <button
      key={phrase}
      type="button"
      className="text-button is-sentence"
      onClick={() => void insertPattern(session, call, { item, phrase, target })}
    >
      写入正文：“{phrase}”
    </button>
  ));
}
