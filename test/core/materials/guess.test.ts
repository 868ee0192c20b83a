import { describe, expect, it, test } from 'vitest';
import { guessDay, guessDepartment, usualMaterialYear } from '../../../core/materials/index.ts';
import { choosePacks } from '../../../core/packs/index.ts';
import { shipped } from '../../templates/shipped-packs.ts';

const today = '2026-11-22';
const { departments } = choosePacks(shipped.packs, 2026);

describe('the day a material is of', () => {
  it.each([
    ['2026年3月12日，司法所报送', '', '2026-03-12'],
    ['二〇二六年三月十二日召开', '', '2026-03-12'],
    ['２０２６年３月１２日', '', '2026-03-12'],
    ['时间：2026-3-5 地点：大厅', '', '2026-03-05'],
    ['2026.11.08 下村', '', '2026-11-08'],
    ['11月20日开会', '', '2026-11-20'],
    ['12月4日宪法日', '', '2025-12-04'],
    ['3月12日植树，4月1日检查', '', '2026-03-12'],
    ['没有日期的话', '宣传照片20260415.jpg', '2026-04-15'],
    ['正文2026年5月1日', '2026-06-01.docx', '2026-05-01'],
  ])('is read from “%s” %s', (text, name, day) => {
    expect(guessDay(text, name, today)).toBe(day);
  });

  it.each(['将于2027年1月5日开会', '2026年2月30日', '第13月40日', '20269999', '电话 20261', ''])(
    'is not read from “%s”',
    (text) => {
      expect(guessDay(text, '', today)).toBeNull();
    },
  );

  it('is the first past one where a day to come stands before it', () => {
    expect(guessDay('为迎接2026年12月4日，2026年11月1日印发方案', '', today)).toBe('2026-11-01');
  });
});

describe('the office a material came from', () => {
  it.each([
    ['一季度普法情况（司法所报送）', '', '司法所'],
    ['应急办报来隐患台账', '', '应急管理办公室'],
    ['由综合执法队提供，与司法所联合', '', '综合行政执法队'],
    ['本月开展联合执法', '便民服务中心—第三季度.docx', '便民服务中心'],
    ['与司法所一起开会，信访办上报', '', '平安法治办公室'],
    ['水利站报送：清淤三公里', '', '水利站'],
    ['石桥村上报：调解两起', '', '石桥村'],
    ['今天下雨', '', ''],
  ])('is read from “%s” %s', (text, name, department) => {
    expect(guessDepartment(text, name, departments)).toBe(department);
  });
});

test('a material belongs to the year of its day, and in the months of writing to the report that is written', () => {
  expect(usualMaterialYear('2026-11-22', '2026-11-22')).toBe(2026);
  expect(usualMaterialYear('2027-01-19', '2027-01-19')).toBe(2026);
  expect(usualMaterialYear(null, '2027-03-31')).toBe(2026);
  expect(usualMaterialYear(null, '2027-04-01')).toBe(2027);
  expect(usualMaterialYear('2026-12-30', '2027-01-19')).toBe(2026);
  expect(usualMaterialYear('2027-01-05', '2027-01-19')).toBe(2027);
});
