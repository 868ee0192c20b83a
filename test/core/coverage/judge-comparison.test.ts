import { describe, expect, it } from 'vitest';
import { coverReport } from '../../../core/coverage/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { reviewReport } from '../../../core/review/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { buildCovered } from './build-covered.ts';

const packs = choosePacks(shipped.packs, 2024);

function look(shortcomings: string, plan: string) {
  const report = buildCovered({ shortcomings: [['', shortcomings]], plan: [['', plan]] });
  const { items } = coverReport(report, packs);
  const find = (id: string) => items.find(({ itemId }) => itemId === id);
  const remarks = reviewReport(report, packs, items).remarks.map(({ kind }) => kind);
  return { answers: find('rule-plan-answers'), causes: find('rule-causes'), remarks };
}

const two = '一是普法宣传针对性不强。二是行政应诉经验不足。';

describe('whether the plan answers the shortcomings', () => {
  it('is answered when each has a measure, and the remarks say nothing else', () => {
    const { answers, remarks } = look(
      two,
      '一是分人群开展普法宣讲。二是邀请法官讲解出庭应诉要点。',
    );
    expect(answers).toMatchObject({
      found: 'answered',
      where: [{ quote: '一是分人群开展普法宣讲。' }, { quote: '二是邀请法官讲解出庭应诉要点。' }],
    });
    expect(remarks).not.toContain('plan-leaves-open');
  });

  it('is answered in part when one is left open, and a remark names that one', () => {
    const { answers, remarks } = look(two, '针对普法宣传针对性不强的问题，分人群开展宣讲。');
    expect(answers?.found).toBe('partly');
    expect(remarks.filter((kind) => kind === 'plan-leaves-open')).toHaveLength(1);
  });

  it('is missing when none has, whatever words the plan uses', () => {
    const { answers, remarks } = look(two, '聚焦短板弱项，建好便民服务站。');
    expect(answers).toMatchObject({ found: 'missing', where: [] });
    expect(remarks).toContain('plan-answers-none');
  });

  it('is answered when the plan says that it takes up all of them', () => {
    const { answers, remarks } = look(two, '针对以上不足，逐项制定整改措施，明确时限。');
    expect(answers?.found).toBe('answered');
    expect(remarks).not.toContain('plan-leaves-open');
  });
});

describe('whether each shortcoming has its cause', () => {
  const plan = '一是分人群开展普法宣讲。二是讲解出庭应诉要点。';

  it('is answered when each has', () => {
    const { causes, remarks } = look(
      '一是普法宣传针对性不强，主要原因是调研少。二是行政应诉经验不足，根子在于案件少。',
      plan,
    );
    expect(causes?.found).toBe('answered');
    expect(remarks).not.toContain('no-causes');
  });

  it('is answered in part when some have, and the remarks agree', () => {
    const { causes, remarks } = look(
      '一是普法宣传针对性不强，主要原因是调研少。二是行政应诉经验不足。',
      plan,
    );
    expect(causes?.found).toBe('partly');
    expect(remarks.filter((kind) => kind === 'no-causes')).toHaveLength(1);
  });

  it('is missing when none has', () => {
    const { causes, remarks } = look(two, plan);
    expect(causes?.found).toBe('missing');
    expect(remarks).toContain('no-causes');
  });

  it.each([
    `${two}以上问题的主要原因是人员少、培训少。`,
    `${two}\n产生上述问题的原因：一是人员少；二是培训少。`,
    `${two}究其原因，主要是重视不够。`,
  ])('is answered by one sentence for all: %s', (text) => {
    expect(look(text, plan).causes?.found).toBe('answered');
  });
});
