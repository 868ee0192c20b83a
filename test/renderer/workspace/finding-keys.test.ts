import { expect, test } from 'vitest';
import type { Finding } from '../../../core/api/index.ts';
import { keyFindings } from '../../../renderer/features/workspace/finding-keys.ts';

function build(message: string): Finding {
  const place = { partId: 'part', sectionId: null, blockId: 'heading', quote: '问题' };
  return {
    rule: 'shortcomings',
    severity: 'advice',
    text: '问题',
    message,
    suggestion: '',
    place,
  };
}

test('two findings of one rule at the same words have keys of their own', () => {
  const keys = keyFindings([build('没有写原因。'), build('这一部分偏短。')]).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});

test('even the same finding said twice has two keys', () => {
  const keys = keyFindings([build('没有写原因。'), build('没有写原因。')]).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});

test('a finding keeps its key when another before it has gone', () => {
  const [, second] = keyFindings([build('没有写原因。'), build('这一部分偏短。')]);
  const [alone] = keyFindings([build('这一部分偏短。')]);
  expect(alone?.key).toBe(second?.key);
});
