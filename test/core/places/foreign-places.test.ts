import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildParagraph, buildReport, createCountingIds } from '../../../core/model/index.ts';
import {
  findOwnPlaces,
  findPlaces,
  inferChainOfName,
  parsePlaces,
  readChain,
} from '../../../core/places/index.ts';
import { foreignNames, shippedPlaceWords, someIndex, somePlaces } from './some-places.ts';

const reportOf = (issuer: string, ...texts: readonly string[]) => {
  const createId = createCountingIds();
  return buildReport(2026, {
    issuers: [issuer],
    preamble: texts.map((text) => buildParagraph(createId, text)),
  });
};
const town = reportOf('云岭县青石镇人民政府');

describe('the chain of a unit', () => {
  test('is read off its name where the list knows it', () => {
    expect(findOwnPlaces(town, someIndex, { chain: [] }).chain).toEqual([
      '东江省',
      '临海市',
      '云岭县',
      '青石镇',
    ]);
  });

  test('is told by the county that the report speaks of where two towns share the name', () => {
    const other = reportOf('青石镇人民政府', '在石泉县委的领导下，镇政府推进依法行政。');
    expect(findOwnPlaces(other, someIndex, { chain: [] }).chain).toContain('安康市');
  });

  test('is not that of a county which is only named now and then', () => {
    const other = reportOf('青石镇人民政府', '经石泉县司法局指导，办结案件。');
    expect(findOwnPlaces(other, someIndex, { chain: [] }).chain).toEqual(['青石镇']);
    expect(foreignNames(other, '经石泉县司法局指导')).toEqual(['石泉县']);
  });

  test('is not guessed where nothing tells the two apart', () => {
    const { chain } = findOwnPlaces(reportOf('青石镇人民政府'), someIndex, { chain: [] });
    expect(chain).toEqual(['青石镇']);
  });

  test('is what the settings say, if they say it', () => {
    const chain = ['北原省', '双河县', '大田镇'];
    expect(findOwnPlaces(town, someIndex, { chain }).chain).toEqual(chain);
    expect(foreignNames(town, '双河县司法局到大田镇调研。', { chain })).toEqual([]);
  });

  test('is believed over a text that calls others its superiors, once the text names the county', () => {
    const mixed = reportOf('白沙乡人民政府', '在石泉县委的领导下，由云岭县司法局指导。');
    expect(foreignNames(mixed, '在石泉县委的领导下')).toEqual(['石泉县']);
    const other = reportOf('白沙乡人民政府', '在石泉县委的领导下开展工作。');
    expect(foreignNames(other, '在石泉县委的领导下')).toEqual([]);
  });

  test('of a unit no list knows takes in whom last year called its superiors', () => {
    const invented = reportOf('大田镇人民政府');
    const base = reportOf('大田镇人民政府', '在双河县委、县政府的领导下开展工作。');
    const text = '双河县司法局到大田镇指导，平湖县司法局来访。';
    expect(foreignNames(invented, text, { base })).toEqual(['平湖县']);
  });
});

test('the own town is known by its name alone where no list knows what stands before it', () => {
  const other = reportOf('第三师五十二团青石镇人民政府', '五十二团青石镇推进依法行政。');
  expect(foreignNames(other, '五十二团青石镇推进依法行政，与白沙乡比。')).toEqual(['白沙乡']);
});

test('the own town is known where it stands in brackets behind another name of the house', () => {
  const other = reportOf('龙口林场（平湖镇人民政府）', '平湖镇推进依法行政。');
  expect(foreignNames(other, '由平湖镇人民政府负责，与白沙乡比。')).toEqual(['白沙乡']);
});

describe('names of other places', () => {
  test.each([
    ['经石泉县司法局备案', ['石泉县']],
    ['与白沙乡联合执法', ['白沙乡']],
    ['与邻近的白沙乡建立边界纠纷联调机制', []],
    ['同毗邻的石泉县、白沙乡签订联防协议；白沙乡负责', ['白沙乡']],
    ['组建街道综合行政执法队', []],
    ['协助石泉县白沙乡处理跨界纠纷', []],
    ['2025年5月团镇综合行政执法队成立', []],
    ['贯彻习近平总书记对西山重要讲话重要指示精神', []],
    ['视察西山时的重要讲话，西山的经验', ['西山']],
    ['青石镇顺利完成镇级党委换届', []],
    ['青石镇白沙乡司法所', ['白沙乡']],
    ['学习天京市清河区书香街道的做法', ['天京市', '清河区', '书香街道']],
    ['西山的经验值得借鉴', ['西山']],
    ['由平湖镇人民政府负责', ['平湖镇']],
    ['在石泉县柳河镇召开现场会', ['石泉县', '柳河镇']],
  ])('are found in “%s”', (text, names) => {
    expect(foreignNames(town, text)).toEqual(names);
  });

  test.each([
    '云岭县司法局到青石镇指导，东江省、临海市的文件已经转发。',
    '全镇、各镇、本镇、我镇、城镇、乡镇、村镇和集镇都参加。',
    '小区、社区、园区、辖区、片区、地区、城区、新区、山区、景区、灾区、校区、市区、县区、区县都检查。',
    '推进沿海城市建设，规范农贸市场和区域协作，送法下乡，统筹城乡。',
    '强化街道党工委责任，压实镇党委责任，由县司法局、镇人民政府负责。',
    '省、市和县政府的要求，全面依法治区委员会办公室的安排。',
    '维护社会和平，建设平安东江，生活安康。',
    '与西山某某律师事务所、天京市某某律师事务所签订合同。',
    '旁听县人民法院庭审，高标准建设镇综治中心，新上任镇党委班子成员。',
    '做好市县边界、县区交界地区联防，按照省、市、县要求，接受县人大监督。',
  ])('are not seen in “%s”', (text) => {
    expect(foreignNames(town, text)).toEqual([]);
  });

  test('are none below the own county for a county, and are for a town', () => {
    expect(foreignNames(reportOf('云岭县人民政府'), '指导白沙乡开展工作。')).toEqual([]);
    expect(foreignNames(town, '指导白沙乡开展工作。')).toEqual(['白沙乡']);
  });

  test('are not looked for where nothing of the unit is known', () => {
    expect(foreignNames(buildReport(2026), '石泉县司法局')).toEqual([]);
  });

  test('stand at their offsets, in order, without overlaps', () => {
    const bits = fc.constantFrom(
      '石泉县',
      '柳树镇',
      '青石镇',
      '西山',
      '司法局',
      '与',
      '，',
      '街道',
      '城',
      '区',
      '市',
      '平湖镇',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const search = { index: someIndex, words: shippedPlaceWords, own: new Set<string>() };
        let end = 0;
        for (const mention of findPlaces(text, search)) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.name);
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
        }
      }),
    );
  });
});

describe('a file with places', () => {
  test('is read as it was written, and anything else is none', () => {
    expect(parsePlaces(JSON.stringify(somePlaces))).toEqual(somePlaces);
    expect(parsePlaces('{"source":"x"}')).toBeNull();
    expect(parsePlaces('{')).toBeNull();
  });
});

describe('the chain the settings show and take', () => {
  test.each([
    [['云岭县青石镇人民政府'], ['东江省', '临海市', '云岭县', '青石镇']],
    [
      ['中共云岭县枫林街道工作委员会', '云岭县枫林街道办事处'],
      ['东江省', '临海市', '云岭县', '枫林街道'],
    ],
    [['清河区书香街道办事处'], ['天京市', '清河区', '书香街道']],
    [['白沙乡人民政府'], ['东江省', '临海市', '云岭县', '白沙乡']],
    [['青石镇人民政府'], []],
    [['石泉县白沙乡人民政府'], []],
    [[], []],
  ])('of %j is inferred as %j', (issuers, chain) => {
    expect(inferChainOfName(somePlaces, issuers)).toEqual(chain);
  });

  test('is read off one line, however its places are parted', () => {
    expect(readChain(' 东江省 临海市、云岭县，青石镇 ')).toEqual([
      '东江省',
      '临海市',
      '云岭县',
      '青石镇',
    ]);
    expect(readChain('')).toEqual([]);
    expect(readChain('一 二 三 四 五 六 七')).toHaveLength(6);
  });
});

test('organs and firms are those the packs name', () => {
  const words = { ...shippedPlaceWords, organs: ['护林站'], firms: ['合作社'] };
  const namesIn = (text: string) =>
    findPlaces(text, { index: someIndex, words, own: new Set() }).map(({ name }) => name);
  expect(namesIn('由柳溪镇护林站负责。')).toEqual(['柳溪镇']);
  expect(namesIn('由柳溪镇司法所负责。')).toEqual([]);
  expect(namesIn('委托东江省春风合作社办理。')).toEqual([]);
  expect(namesIn('委托东江省春风大学办理。')).toEqual(['东江省']);
});
