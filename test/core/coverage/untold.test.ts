import { describe, expect, it } from 'vitest';
import { coverReport } from '../../../core/coverage/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { buildCovered } from './build-covered.ts';

/** How the text of a section answers a question with these patterns, in a town's report of 2024. */
function ask(answered: string, touched: string, text: string, unit = '青石镇人民政府') {
  const packs = choosePacks(shipped.packs, 2024, { issuers: [unit] });
  const [first] = packs.checklist.items;
  const parts = ['achievements' as const];
  const item = first && { ...first, parts, answered: [answered], touched: [touched] };
  const checklist = { ...packs.checklist, items: item ? [item] : [] };
  const report = buildCovered({ achievements: [['有关工作', text]] });
  return coverReport(report, { ...packs, checklist }).items[0]?.found;
}

const training = (text: string, unit?: string) => ask('培训.{0,12}\\d+学时', '培训', text, unit);
const disclosure = (text: string, unit?: string) => ask('公开.{0,6}信息\\d+条', '公开', text, unit);
const mediation = (text: string) => ask('调解.{0,6}纠纷\\d+件', '调解', text);

describe('a sentence that only looks like an answer touches', () => {
  it.each([
    '去年调解矛盾纠纷86件。',
    '2023年，我镇调解矛盾纠纷86件。',
    '上一年度共调解纠纷86件，成效明显。',
  ])('of last year: %s', (text) => expect(mediation(text)).toBe('partly'));

  it.each([
    '上级要求执法人员每年培训不少于60学时。',
    '按照执法人员培训不少于60学时的要求，我镇作了安排。',
    '县司法局要求执法人员培训必须满60学时。',
  ])('of what others ask: %s', (text) => expect(training(text)).toBe('partly'));

  it.each(['目标是执法人员培训60学时。', '力争人均培训60学时。', '确保执法人员培训达到60学时。'])(
    'of what is aimed at: %s',
    (text) => expect(training(text)).toBe('partly'),
  );

  it('of what would be done if something happened', () => {
    expect(mediation('如有纠纷应当及时上报并调解矛盾纠纷1件。')).toBe('partly');
  });

  it('of what has run out', () => {
    const text = '执法证12本已过期。';
    expect(ask('执法证\\d+本', '执法证', text)).toBe('partly');
    expect(ask('执法证\\d+本', '执法证', '持有执法证12本。')).toBe('answered');
  });

  it.each([
    '县政府主动公开信息500条。',
    '云岭县政府全年累计公开政府信息500条，我镇公开及时。',
    '区政府公开信息500条；我街道未组织。',
  ])('of what other bodies did: %s', (text) => expect(disclosure(text)).toBe('partly'));

  it('of a training that another body held', () => {
    expect(training('县司法局组织执法培训60学时。')).toBe('partly');
    expect(training('区住建局组织执法培训60学时；我街道未组织。', '枫林街道办事处')).toBe('partly');
  });
});

describe('a sentence answers though it speaks of others too', () => {
  it.each([
    '调解矛盾纠纷86件，比上年增长12%。',
    '2024年调解矛盾纠纷86件，2023年为70件。',
    '去年以来，全镇调解矛盾纠纷86件。',
    '上年调解纠纷70件，今年调解纠纷86件。',
    '2023年调解纠纷70件，同比下降12%。',
  ])('of last year: %s', (text) => expect(mediation(text)).toBe('answered'));

  it.each([
    '按照县里培训不少于40学时的要求，组织执法培训60学时。',
    '按照上级要求组织执法培训60学时。',
    '县司法局组织我镇执法人员培训60学时。',
    '县司法局组织执法人员培训60学时，我镇12人全部参加。',
    '联合县司法局开展执法培训60学时。',
  ])('of others: %s', (text) => expect(training(text)).toBe('answered'));

  it('when it is a bureau that tells what it did', () => {
    expect(training('县司法局组织执法培训60学时。', '云岭县司法局')).toBe('answered');
  });
});
