import { expect, test } from 'vitest';
import {
  createLine,
  type FlowItem,
  type LayoutProfile,
  standardLayout,
} from '../../../../core/layout/index.ts';
import { writePage } from './flow.ts';
import { readPart } from './package.ts';

const plain = standardLayout('plain');
const times: LayoutProfile = { ...plain, faces: { ...plain.faces, digits: 'Times New Roman' } };

/** Runs of the written document: the face its Latin slot names, or null for the style's, and its text. */
async function listRuns(items: readonly FlowItem[], layout: LayoutProfile) {
  const document = readPart(await writePage({ items }, layout), 'word/document.xml');
  return [...document.matchAll(/<w:r>.*?<\/w:r>/gsu)].map(([run]) => {
    const face = /w:ascii="([^"]*)"/u.exec(run)?.[1] ?? null;
    const text = [...run.matchAll(/<w:t [^>]*>([^<]*)/gu)].map(([, part]) => part).join('');
    return [face, text] as const;
  });
}

/** Faces of a style by their slot. */
async function facesOf(layout: LayoutProfile, id: string) {
  const styles = readPart(await writePage({ items: [] }, layout), 'word/styles.xml');
  const style = styles.slice(styles.indexOf(`w:styleId="${id}"`));
  const read = (slot: string) => new RegExp(`w:${slot}="([^"]*)"`, 'u').exec(style)?.[1];
  return { latin: [read('ascii'), read('hAnsi')], chinese: read('eastAsia') };
}

const mixed = '“镇—村”2025年App……12·5，é';

test('digits stand in the face of the text where they have none of their own', async () => {
  expect(await listRuns([createLine('text', mixed)], plain)).toEqual([[null, mixed]]);
  expect(await facesOf(plain, 'Normal')).toEqual({
    latin: ['仿宋_GB2312', '仿宋_GB2312'],
    chinese: '仿宋_GB2312',
  });
});

test('with a face for digits, Chinese signs name the Chinese one', async () => {
  expect(await listRuns([createLine('text', mixed)], times)).toEqual([
    ['仿宋_GB2312', '“'],
    [null, '镇'],
    ['仿宋_GB2312', '—'],
    [null, '村'],
    ['仿宋_GB2312', '”'],
    [null, '2025年App'],
    ['仿宋_GB2312', '……'],
    [null, '12'],
    ['仿宋_GB2312', '·'],
    [null, '5，é'],
  ]);
  expect((await facesOf(times, 'Normal')).latin).toEqual(['Times New Roman', 'Times New Roman']);
  expect(await facesOf(times, 'Heading1')).toEqual({
    latin: ['Times New Roman', 'Times New Roman'],
    chinese: '黑体',
  });
});

test('signs of headings and of run-in headings take the heading’s face', async () => {
  const runIn: FlowItem = {
    ...createLine('text', ''),
    runs: [{ text: '（一）“甲”。', heading: 2 }, { text: '“乙”。' }],
  };
  const runs = await listRuns([createLine('part', '一、“丙”'), runIn], times);
  expect(runs.filter(([face]) => face !== null)).toEqual([
    ['黑体', '“'],
    ['黑体', '”'],
    ['楷体_GB2312', '“'],
    ['楷体_GB2312', '”'],
    ['仿宋_GB2312', '“'],
    ['仿宋_GB2312', '”'],
  ]);
});

test('title, mark and page number keep their digits in their own face', async () => {
  for (const id of ['Title', 'IssuerMark', 'Footer']) {
    expect((await facesOf(times, id)).latin).not.toContain('Times New Roman');
  }
});

test('bold is where the layout asks for it, and nowhere else', async () => {
  const bold = { title: false, part: true, section: true, level3: false };
  const styles = readPart(await writePage({ items: [] }, { ...plain, bold }), 'word/styles.xml');
  const isBold = (id: string) =>
    /<w:b\/>/u.test(/^.*?<\/w:style>/su.exec(styles.slice(styles.indexOf(`"${id}"`)))?.[0] ?? '');
  const ids = [
    'Title',
    'Heading1',
    'Heading2',
    'Heading3',
    'Heading4',
    'RunInHeading2',
    'BodyText',
  ];
  expect(ids.filter(isBold)).toEqual(['Heading1', 'Heading2', 'RunInHeading2']);
});
