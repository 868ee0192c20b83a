import { describe, expect, it } from 'vitest';
import { readText } from '../../../core/coverage/statements.ts';

const readingsOf = (text: string, heading = '') =>
  readText(text, heading).flatMap(({ readings }) => readings);

describe('a number without a measure word', () => {
  it('is read with each it may lack', () => {
    expect(readingsOf('行政调解31，行政诉讼3。')).toContain('行政调解31件，行政诉讼3件。');
  });

  it('is left alone where it is a year, a hotline or an ordinal', () => {
    expect(readingsOf('总结2025，拨打热线12345，见附表2。').length).toBe(1);
  });

  it('is left alone where it has one', () => {
    expect(readingsOf('调解纠纷31件。')).toEqual(['调解纠纷31件。']);
  });
});

describe('a measure word of the spoken language', () => {
  it('is read as the written one too', () => {
    expect(readingsOf('走访企业96趟，调处矛盾三桩。')).toEqual([
      '走访企业96趟，调处矛盾三桩。',
      '走访企业96次，调处矛盾三件。',
    ]);
  });

  it('is left alone in other words', () => {
    expect(readingsOf('一回头看，三单位联合。')).toHaveLength(1);
  });
});

describe('a sentence that counts', () => {
  it('is read behind its heading', () => {
    expect(readingsOf('摆摊讲解9次。', '普法宣传')).toContain('普法宣传，摆摊讲解9次。');
  });

  it('is not, where the heading names more than one matter', () => {
    expect(readingsOf('新增人员9名。', '普法与队伍')).toEqual(['新增人员9名。']);
    expect(readingsOf('办结建议9件。', '公开、监督')).toEqual(['办结建议9件。']);
  });

  it('is read behind the few words that announce its paragraph', () => {
    expect(readingsOf('其次谈普法。摆摊讲解9次。')).toContain('其次谈普法，摆摊讲解9次。');
  });

  it('is not read behind a sentence that tells something of its own', () => {
    expect(readingsOf('推进政务公开。排查隐患9处。')).not.toContain('推进政务公开，排查隐患9处。');
  });
});

describe('a sentence strung on with a semicolon', () => {
  it('is read behind whoever the first of them names', () => {
    const text = '镇长王某某抓执法，主持会议部署；组织干部学法考试。';
    expect(readingsOf(text)).toContain('镇长王某某抓执法，组织干部学法考试。');
  });

  it('is not, where the first names nobody in office', () => {
    expect(readingsOf('推进政务公开，开展培训；调解纠纷12件。')).not.toContain(
      '推进政务公开，调解纠纷12件。',
    );
  });

  it('is not, behind the end of a sentence', () => {
    const text = '镇长王某某抓执法。组织干部学法考试。';
    expect(readingsOf(text)).not.toContain('镇长王某某抓执法，组织干部学法考试。');
  });
});
