import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTempFolder } from './temp-folder.ts';

/** A question of our own as an office is asked it, with a figure of each kind. */
export const bridge = {
  question: '请写明石桥巡回调解点的开设和调处情况。',
  figures: [
    { id: 'bridge-cases', name: '石桥点调处件数', unit: '件' },
    { id: 'bridge-rate', name: '石桥点调处成功率', unit: '%' },
  ],
} as const;
/** Another, without figures. */
export const lantern = { question: '请写明灯下普法夜校的课程和听课人群。' } as const;

function buildItem(id: string, asked: { question: string; figures?: readonly object[] }) {
  return {
    id,
    // a pack asks as a reviewer does
    question: asked.question.replace(/^请(.+)。$/u, '是否$1？'),
    outlineItem: null,
    basis: '云岭县要求（一）',
    confidence: 'verified',
    parts: ['achievements'],
    topics: ['法治'],
    answered: [],
    touched: [],
    phrases: [],
    required: true,
    evidence: ['签到册'],
    figures: asked.figures ?? [],
    departments: ['justice'],
  };
}

/** A data folder with a county's pack that asks the 司法所 two questions of our own. */
export function createCountyFolder(): string {
  const folder = createTempFolder();
  mkdirSync(join(folder, 'packs'));
  const pack = {
    kind: 'office',
    format: 1,
    id: 'yunling',
    title: '云岭县要求',
    source: '云岭县司法局',
    date: '2026-01-01',
    confidence: 'verified',
    items: [buildItem('yunling-bridge', bridge), buildItem('yunling-lantern', lantern)],
  };
  writeFileSync(join(folder, 'packs', 'yunling.json'), JSON.stringify(pack));
  return folder;
}
