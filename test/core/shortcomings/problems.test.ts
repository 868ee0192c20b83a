import { expect, it } from 'vitest';
import { listProblems } from '../../../core/shortcomings/problems.ts';
import { compileReviewWords } from '../../../core/shortcomings/words.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { buildCovered } from '../coverage/build-covered.ts';

const words = compileReviewWords(shipped.packs.filter((pack) => pack.kind === 'rules'));

it('a paragraph that tells the cause belongs to the shortcoming before it', () => {
  const report = buildCovered({
    shortcomings: [['', '行政执法案卷制作不够规范。', '主要原因是专职执法人员配备不足。']],
  });
  const problems = listProblems(report, words);
  expect(problems.map(({ head }) => head)).toEqual(['行政执法案卷制作不够规范']);
  expect(problems[0]?.text).toContain('主要原因是专职执法人员配备不足');
});

it('a shortcoming that begins with its cause stays its own', () => {
  const report = buildCovered({
    shortcomings: [['', '行政执法案卷制作不够规范。', '由于编制少，普法力量薄弱。']],
  });
  expect(listProblems(report, words)).toHaveLength(2);
});
