import { describe, expect, it } from 'vitest';
import { chooseUnit } from '../../core/packs/index.ts';
import { shipped } from './shipped-packs.ts';

const packs = shipped.packs.filter((pack) => pack.kind === 'units');
const unitOf = (...issuers: readonly string[]) => chooseUnit(packs, issuers);

const shapes = {
  town: [
    '青石镇人民政府',
    '云岭县青石镇人民政府',
    '中共青石镇委员会',
    '中共云岭县青石镇委员会',
    '中共青石镇委',
    '青石镇党委',
    '青石镇政府',
    '青石镇',
    '云岭市青石镇',
    '青石镇党政综合办公室',
    '青石镇人民政府办公室',
    '青石镇司法所',
    '青石镇人大主席团',
    '青石镇党委、青石镇人民政府',
    '中共青石镇委 青石镇人民政府',
    '青石镇人民政府（盖章）',
    '景德市瓷镇人民政府',
    '城关镇人民政府',
    '镇海区青石镇人民政府',
  ],
  township: [
    '白沙乡人民政府',
    '白沙乡',
    '云岭县白沙乡人民政府',
    '中共白沙乡委员会',
    '白沙乡党委',
    '白沙乡政府',
    '白沙民族乡人民政府',
    '白沙彝族苗族乡人民政府',
    '白沙瑶族乡',
    '白沙回族乡党委',
    '新乡市白沙乡人民政府',
    '查干苏木人民政府',
    '查干鄂温克民族苏木',
  ],
  subdistrict: [
    '枫林街道办事处',
    '枫林街道',
    '枫林街道党工委',
    '枫林街道工委',
    '云岭区枫林街道办事处',
    '云岭区人民政府枫林街道办事处',
    '中共云岭区委枫林街道工作委员会',
    '中共云岭区枫林街道工作委员会',
    '枫林街道党工委、办事处',
    '枫林街道办',
    '镇海区枫林街道办事处',
    '云岭经济开发区枫林街道办事处',
    '云岭经济开发区管理委员会',
    '云岭高新技术产业开发区管委会',
    '云岭新区党工委',
    '云岭工业园区',
    '云岭旅游度假区管委会',
  ],
  department: [
    '云岭县司法局',
    '云岭县发展和改革委员会',
    '云岭县发改委',
    '云岭县卫生健康委员会',
    '中共云岭县委政法委员会',
    '云岭县委政法委',
    '云岭县纪委',
    '中共云岭县委全面依法治县委员会办公室',
    '云岭县住房和城乡建设局',
    '云岭县农业农村局',
    '云岭县乡村振兴局',
    '云岭县政务服务中心',
    '云岭县公安局交通警察大队',
    '云岭县市场监督管理局城关所',
    '云岭市国有资产监督管理委员会',
    '景德镇市司法局',
    '新乡市教育局',
    '镇海区应急管理局',
    '云岭县人民法院',
  ],
} as const;

describe('the kind of unit is told by its name', () => {
  const cases = Object.entries(shapes).flatMap(([kind, names]) =>
    names.map((name) => [name, kind] as const),
  );

  it.each(cases)('%s is a %s', (name, kind) => {
    expect(unitOf(name).kind).toBe(kind);
    expect(unitOf(` ${name} `).kind).toBe(kind);
  });

  it.each(['青石', '枫林', '云岭县委', '中共云岭县委', '中共云岭市委员会', '云岭县人民政府', ''])(
    '“%s” names none: a 镇 is taken for granted, never a 部门',
    (name) => {
      expect(unitOf(name)).toMatchObject({ kind: 'town', words: { own: '本镇' } });
    },
  );

  it('joint issuers are one unit', () => {
    expect(unitOf('中共青石镇委员会', '青石镇人民政府').kind).toBe('town');
    expect(unitOf('中共云岭区枫林街道工作委员会', '枫林街道办事处').kind).toBe('subdistrict');
    expect(unitOf('中共白沙乡委员会', '白沙乡人民政府').kind).toBe('township');
  });

  it('a 镇 or 街道 that issues together with an office of the county is none of its offices', () => {
    expect(unitOf('云岭县司法局', '青石镇人民政府').kind).toBe('town');
  });

  it('what the writer says goes before any name', () => {
    expect(chooseUnit(packs, ['青石镇人民政府'], 'subdistrict')).toMatchObject({
      kind: 'subdistrict',
      words: { own: '本街道' },
    });
    expect(chooseUnit(packs, [], 'township').words['own']).toBe('本乡');
    expect(chooseUnit(packs, ['查干'], 'department').kind).toBe('department');
  });

  it('words of a kind fit the name where there are several: 管委会 is no 街道办事处', () => {
    expect(unitOf('云岭经济开发区管理委员会').words['government']).toBe('管委会');
    expect(unitOf('查干苏木人民政府').words['own']).toBe('本苏木');
  });

  it('every unit has the same words', () => {
    const units = packs.flatMap((pack) => pack.units);
    const keys = units.map(({ words }) => Object.keys(words).toSorted().join());
    expect(new Set(keys).size).toBe(1);
  });
});
