import type { Department } from '../packs/index.ts';
import { type Card, type FormParts, readParts } from './cards.ts';
import { type FoundQuestion, findQuestions } from './find-question.ts';
import type { CollectionForm, FilledAnswer, FilledFigure, FormDoubt, FormReading } from './form.ts';
import { listKnownFigures, readFigureRow } from './read-figures.ts';
import { readHead } from './read-head.ts';
import { type FormBlock, isPrintedLine, listRows, plainWords } from './rows.ts';
import { labels, nameSheet } from './sheet.ts';

/** What reading a filled form goes by. */
export interface FormSources {
  readonly fileName: string;
  /** The report year where the form tells none. */
  readonly fallbackYear: number;
  readonly departments: readonly Department[];
  /** The forms of a year as they would go out now. */
  readonly formsOf: (year: number) => readonly CollectionForm[];
}

interface Written {
  readonly card: Card;
  readonly found: FoundQuestion | null;
}

function chooseForm(
  forms: readonly CollectionForm[],
  departmentId: string | null,
  cards: readonly Card[],
): CollectionForm | null {
  const own = forms.find(({ department }) => department.id === departmentId);
  if (own || departmentId !== null) return own ?? null;
  const words = new Set(cards.map(({ question }) => plainWords(question)));
  const ids = new Set(cards.map(({ markedId }) => markedId));
  const count = ({ questions }: CollectionForm) =>
    questions.filter((one) => ids.has(one.itemId) || words.has(plainWords(one.question))).length;
  return forms.toSorted((a, b) => count(b) - count(a)).find((form) => count(form) > 0) ?? null;
}

/** Answers in the order of the file; what was moved to another question follows its mark. */
function listAnswers(written: readonly Written[]): readonly FilledAnswer[] {
  const answers = written.map(({ card, found }) => ({
    itemId: found?.question.itemId ?? null,
    question: card.question,
    texts: [] as string[],
  }));
  for (const [index, { card, found }] of written.entries()) {
    for (const { markedId, text } of card.answers) {
      const isMoved = markedId !== null && markedId !== (found?.question.itemId ?? card.markedId);
      const home = isMoved ? answers.find(({ itemId }) => itemId === markedId) : undefined;
      (home ?? answers[index])?.texts.push(text);
    }
  }
  return answers.map(({ itemId, question, texts }) => ({
    itemId,
    question,
    text: texts.filter(Boolean).join('\n'),
  }));
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}……` : text;
}

function doubtQuestion({ card, found }: Written, answer: number): readonly FormDoubt[] {
  const number = card.number === '' ? '有一题' : plainWords(card.number).replace(/(\d+)/u, ' $1 ');
  const now = shorten(card.question);
  if (!found) {
    const message = `${number}“${now}”不是表里发出的题目，请看它答的是清单里的哪一项。`;
    return [{ kind: 'question-unknown', message, itemId: null, figureId: null, answer }];
  }
  if (!found.isAltered) return [];
  const { itemId, question } = found.question;
  const message = `${number}的题目被改过：原题是“${question}”，现在是“${now}”。`;
  return [{ kind: 'question-altered', message, itemId, figureId: null, answer }];
}

function doubtMissing(
  form: CollectionForm | null,
  written: readonly Written[],
): readonly FormDoubt[] {
  const found = new Set(written.map((one) => one.found?.question.itemId));
  return (form?.questions ?? []).flatMap(({ itemId, question, role }, index) => {
    // an office may well take out what it was only invited to add to
    if (found.has(itemId) || role === 'reference') return [];
    const message = `第 ${index + 1} 题“${question}”在表里没有找到，可能被删掉了。`;
    return [{ kind: 'question-missing', message, itemId, figureId: null, answer: null } as const];
  });
}

/** Rows that were printed and now say something else. */
function listReprinted(written: readonly Written[]): readonly string[] {
  return written.flatMap(({ card, found }) => {
    const known = found
      ? [found.question.basis, found.question.evidence.join('、')].map(plainWords)
      : [];
    return card.printed
      .filter(({ text }) => text !== '' && !known.includes(plainWords(text)))
      .map(({ label, text }) => `${card.number}${label}：${text}`);
  });
}

const longest = { question: 2000, text: 100_000, rest: 5000, answers: 500 } as const;

/** What is longer than an answer may be goes on among the rest, and what is more than are kept. */
function cutAnswers(answers: readonly FilledAnswer[]): {
  readonly answers: readonly FilledAnswer[];
  readonly over: readonly string[];
} {
  return {
    answers: answers.slice(0, longest.answers).map((one) => ({
      ...one,
      question: one.question.slice(0, longest.question),
      text: one.text.slice(0, longest.text),
    })),
    over: answers.flatMap(({ question, text }, index) =>
      index < longest.answers
        ? [question.slice(longest.question), text.slice(longest.text)]
        : [question, text],
    ),
  };
}

/** The rest in pieces no longer, and no more, than are kept. */
function cutRest(texts: readonly string[]): readonly string[] {
  const said = texts.filter((text) => text.trim() !== '');
  const lines = said.length > longest.rest ? [said.join('\n')] : said;
  return lines.flatMap((text) =>
    Array.from({ length: Math.ceil(text.length / longest.text) }, (_, at) =>
      text.slice(at * longest.text, (at + 1) * longest.text),
    ),
  );
}

/** What the form says of itself besides year and office, which stand in their own places. */
function listFacts({ facts }: FormParts): readonly string[] {
  return facts.flatMap(({ label, cell }) => {
    const { text, marks } = cell;
    const isPrinted = marks.some(
      (mark) => mark.kind === 'note' && plainWords(mark.printed) === plainWords(text),
    );
    const isTaken = label === 'department' || label === 'year';
    if (text === '' || isPrinted || isTaken) return [];
    const name = Object.entries(labels).find(([key]) => key === label)?.[1];
    return [name === undefined ? text : `${name}：${text}`];
  });
}

interface ReadAll {
  readonly figures: readonly FilledFigure[];
  readonly doubts: readonly FormDoubt[];
  readonly rest: readonly string[];
}

function readFigures(
  written: readonly Written[],
  form: CollectionForm | null,
  forms: readonly CollectionForm[],
): ReadAll {
  const known = listKnownFigures(form, forms);
  const figures = new Map<string, FilledFigure>();
  const doubts: FormDoubt[] = [];
  const rest: string[] = [];
  for (const { card, found } of written) {
    const itemId = found?.question.itemId ?? null;
    for (const row of card.figures) {
      const read = readFigureRow(row, itemId, known);
      rest.push(...read.rest);
      doubts.push(...read.doubts);
      if (!read.figure) continue;
      const { figureId, value, note } = read.figure;
      if (!figures.has(figureId)) {
        figures.set(figureId, read.figure);
        continue;
      }
      const name = row.texts.name;
      const words = `${name}：${row.texts.value}${note === '' ? '' : `；${note}`}`;
      rest.push(words);
      if (figures.get(figureId)?.value === value) continue;
      const message = `“${name}”填了两次，两次不一样，先按前一次读，请核对。`;
      doubts.push({ kind: 'figure-unreadable', message, itemId, figureId, answer: null });
    }
  }
  return { figures: [...figures.values()], doubts, rest };
}

/** Facts about year and office that could not be taken over whole. */
function listHeadRest(parts: FormParts, department: string, year: number): readonly string[] {
  const textOf = (label: string) =>
    parts.facts.filter((fact) => fact.label === label).map(({ cell }) => cell.text);
  const offices = textOf('department').filter(
    (text) => text !== '' && plainWords(text) !== plainWords(department),
  );
  const years = textOf('year').filter(
    (text) => text !== '' && !/^\d{4}年?度?$/u.test(plainWords(text)),
  );
  const others = textOf('year').filter(
    (text) => /^\d{4}/u.test(plainWords(text)) && !plainWords(text).startsWith(String(year)),
  );
  return [
    ...offices.map((text) => `${labels.department}：${text}`),
    ...[...new Set([...years, ...others])].map((text) => `${labels.year}：${text}`),
  ];
}

/**
 * Reads a filled form: answers, figures and everything else it says, with doubts that name the
 * question or figure. Null for a file that is no form of ours. Questions are known by their words or
 * by marks that survived. Every word that was not printed is in the answers, figures, notes or rest.
 */
export function readForm(blocks: readonly FormBlock[], sources: FormSources): FormReading | null {
  const rows = listRows(blocks);
  // a first look for the year, which tells what was asked
  const draft = readParts(rows, () => false);
  const { departments, fileName, fallbackYear } = sources;
  const { year } = readHead({ parts: draft, fileName, fallbackYear, departments });
  const forms = sources.formsOf(year);
  const asked = new Set(
    forms.flatMap(({ questions }) => questions.map(({ question }) => plainWords(question))),
  );
  const parts = readParts(rows, (words) => asked.has(plainWords(words)));
  const head = readHead({ parts, fileName, fallbackYear, departments });
  const form = chooseForm(forms, head.departmentId, parts.cards);
  const found = findQuestions(parts.cards, form, forms);
  const isForm = parts.isMarked || found.some((one) => one !== null && !one.isAltered);
  if (!isForm) return null;
  const written = parts.cards.map((card, index) => ({ card, found: found[index] ?? null }));
  const figures = readFigures(written, form, forms);
  const printed = new Set(
    (form ? [form, ...forms] : forms).map((one) => plainWords(nameSheet(one))),
  );
  const loose = parts.loose.filter(
    (text) => !printed.has(plainWords(text)) && !isPrintedLine(text),
  );
  const { answers, over } = cutAnswers(listAnswers(written));
  return {
    form: {
      year,
      department: head.department,
      answers,
      figures: figures.figures,
      rest: cutRest([
        ...listHeadRest(parts, head.department, year),
        ...listFacts(parts),
        ...listReprinted(written),
        ...figures.rest,
        ...loose,
        ...over,
      ]),
    },
    doubts: [
      ...head.doubts,
      ...written.slice(0, longest.answers).flatMap(doubtQuestion),
      ...doubtMissing(form, written),
      ...figures.doubts,
    ],
  };
}
