import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildParagraph,
  buildPart,
  buildReport,
  buildSection,
  createCountingIds,
  type Part,
  type PartKind,
  type Report,
  type Section,
} from '../../../core/model/index.ts';

const folder =
  process.env['NIANBAO_SEEDS'] ?? join(import.meta.dirname, '../../../../shared/seeds');

/** Text of the seed whose file name begins with `prefix`; null, said aloud, when it is not there. */
export function readSeed(prefix: string): string | null {
  const name = existsSync(folder)
    ? readdirSync(folder).find((entry) => entry.startsWith(prefix))
    : undefined;
  if (name === undefined) {
    console.warn(`跳过：缺少样本报告 ${prefix}*（可用环境变量 NIANBAO_SEEDS 指明所在文件夹）`);
    return null;
  }
  return readFileSync(join(folder, name), 'utf8');
}

function kindOf(heading: string): PartKind {
  if (/第一责任人|履职/u.test(heading)) return 'leadership';
  if (/不足|问题/u.test(heading)) return 'shortcomings';
  if (/下一步|计划|安排/u.test(heading)) return 'plan';
  return 'achievements';
}

/** A report of a text with 一、 and （一） headings: enough for proofreading, no segmenter. */
export function buildSeedReport(year: number, text: string): Report {
  const createId = createCountingIds();
  const lines = text
    .replace(/ (?=[一二三四]、|\([一二三四五六七八九十]+\) ?|一是)/gu, '\n')
    .replace(/(?<=\n\([一二三四五六七八九十]+\) ?\S{4,40}) /gu, '\n')
    .replace(/(?<=\n[一二三四]、\S{4,40}) /gu, '\n')
    .split('\n')
    .map((line) => line.replace(/^\[bookmark: \w+\]|\s*\|$/gu, '').trim())
    .filter((line) => line !== '');
  const preamble: string[] = [];
  const parts: Part[] = [];
  for (const line of lines) {
    const part = parts.at(-1);
    const section = part?.sections.at(-1);
    const partHeading = /^[一二三四]、(.{2,40})$/u.exec(line)?.[1];
    const sectionHeading = /^[（(][一二三四五六七八九十]+[）)]\s*([^。]{2,40})(?:。(.*))?$/u.exec(
      line,
    );
    if (partHeading) parts.push(buildPart(createId, kindOf(partHeading), partHeading));
    else if (part && sectionHeading?.[1]) {
      const body = sectionHeading[2] ? [buildParagraph(createId, sectionHeading[2])] : [];
      const added = buildSection(createId, sectionHeading[1].trim(), body);
      parts[parts.length - 1] = { ...part, sections: [...part.sections, added] };
    } else if (part && section) {
      const grown: Section = {
        ...section,
        blocks: [...section.blocks, buildParagraph(createId, line)],
      };
      parts[parts.length - 1] = { ...part, sections: [...part.sections.slice(0, -1), grown] };
    } else if (part) {
      parts[parts.length - 1] = {
        ...part,
        blocks: [...part.blocks, buildParagraph(createId, line)],
      };
    } else preamble.push(line);
  }
  const title = preamble.slice(0, 2).find((line) => /报告$/u.test(line)) ?? '';
  const body = preamble.filter((line) => line.length > 40);
  return buildReport(year, {
    title,
    preamble: body.map((line) => buildParagraph(createId, line)),
    parts,
  });
}
