import { describe, expect, it } from 'vitest';
import { createAnswersProblem } from '../../../core/shortcomings/answers-problem.ts';
import { listProblems } from '../../../core/shortcomings/problems.ts';
import { compileReviewWords } from '../../../core/shortcomings/words.ts';
import { shipped } from '../../templates/shipped-packs.ts';
import { buildCovered } from '../coverage/build-covered.ts';

const words = compileReviewWords(shipped.packs.filter((pack) => pack.kind === 'rules'));
const answers = createAnswersProblem(words);

function isAnswered(text: string, measure: string): boolean | undefined {
  const [problem] = listProblems(buildCovered({ shortcomings: [['', text]] }), words);
  return problem && answers(problem, [measure]);
}

/** A shortcoming and a measure that is about it. */
const answered: readonly (readonly [string, string])[] = [
  ['普法宣传针对性不强。', '分人群制定宣讲清单，开展“法律进村组”活动。'],
  ['普法形式比较单一，群众参与度不高。', '用短视频和院坝会开展法治宣传教育。'],
  ['执法力量不足，一人多岗现象突出。', '向县里申请增加执法编制，招录持证人员。'],
  ['行政执法案卷制作不够规范。', '每季度评查案卷一次，由县司法局派员讲评。'],
  ['执法人员业务能力有待提高。', '组织执法人员参加六十学时集中培训。'],
  ['矛盾纠纷排查不够及时。', '每月开展一次信访隐患排查，做到早发现早调处。'],
  ['人民调解员专业水平不高。', '聘请退休法官担任专职调解员。'],
  ['行政应诉经验不足。', '邀请县法院法官讲解出庭应诉要点。'],
  ['政务公开内容更新不及时。', '明确专人每周维护政府信息公开栏。'],
  ['重大行政决策程序执行不到位。', '制定年度决策事项目录，落实公众参与和专家论证。'],
  ['规范性文件审查把关不严。', '所有文件先经合法性审查再上会。'],
  ['法律顾问作用发挥不充分。', '与律师事务所续签协议，凡合同必审。'],
  ['数字化手段运用不够。', '接入县大数据平台，实现线上派单。'],
  ['应急预案可操作性不强。', '修订防汛预案，组织实战演练两次。'],
  ['政务服务事项线上办理率偏低。', '设立帮办代办窗口，推行“一网通办”。'],
  ['领导干部法治思维有待增强。', '落实中心组学法，全年不少于四次。'],
  ['法治建设考核运用不充分。', '将述法结果纳入年度考核。'],
  ['村规民约修订滞后。', '指导各村完成村规民约修订。'],
  ['对流动人口的管理存在盲区。', '建立流动人口台账，每月核对一次。'],
  ['一些小微企业不了解惠企政策。主要原因是宣传渠道少。', '编印惠企政策明白卡，送到企业。'],
];

/** A shortcoming and a measure that is about something else. */
const open: readonly (readonly [string, string])[] = [
  ['普法宣传针对性不强。', '加强执法队伍管理，规范办案流程。'],
  ['执法力量不足。', '持续提升政府信息公开水平。'],
  ['行政应诉经验不足。', '深入开展普法宣传，提高群众法律意识。'],
  ['政务公开内容更新不及时。', '健全矛盾纠纷多元化解机制。'],
  ['重大行政决策程序执行不到位。', '组织应急演练，排查安全隐患。'],
  ['法律顾问作用发挥不充分。', '进一步加强工作力度，完善工作机制。'],
  ['应急预案可操作性不强。', '落实领导干部学法制度。'],
  ['人民调解员专业水平不高。', '推进政务服务标准化，优化办事流程。'],
  ['数字化手段运用不够。', '开展宪法宣传周活动。'],
  ['法治工作人员力量薄弱。', '修订防汛预案，组织演练。'],
  ['规范性文件审查把关不严。', '举办宪法宣传周活动，发放资料。'],
  ['领导干部法治思维有待增强。', '建好村级便民服务站。'],
  ['村规民约修订滞后。', '加大行政执法监督力度。'],
  ['对流动人口的管理存在盲区。', '严格规范公正文明执法。'],
  ['案件办理质量不高。', '全面推进依法行政，提升法治建设水平。'],
];

describe('a measure', () => {
  it.each(answered)('answers “%s” by “%s”', (problem, measure) => {
    expect(isAnswered(problem, measure)).toBe(true);
  });

  it.each(open)('leaves open “%s” with “%s”', (problem, measure) => {
    expect(isAnswered(problem, measure)).toBe(false);
  });
});

describe('the shortcomings of a report', () => {
  const heads = (...entries: readonly (readonly [string, ...string[]])[]) =>
    listProblems(buildCovered({ shortcomings: entries }), words).map(({ head }) => head);

  it('are the points counted off in a paragraph', () => {
    const text =
      '工作中还存在不足：一是普法针对性不强。主要原因是调研少。二是执法力量薄弱，一人多岗。';
    expect(heads(['', text])).toEqual(['普法针对性不强', '执法力量薄弱']);
  });

  it('are headed sections', () => {
    expect(
      heads(['执法规范化水平仍需提升', '案卷不规范。'], ['普法精准度有待提高', '形式单一。']),
    ).toEqual(['执法规范化水平仍需提升', '普法精准度有待提高']);
  });

  it('are paragraphs where nothing is counted off', () => {
    expect(heads(['', '总体上取得了一定成绩。', '普法针对性不强。', '执法力量薄弱。'])).toEqual([
      '普法针对性不强',
      '执法力量薄弱',
    ]);
  });

  it('are told without what the same part plans', () => {
    expect(
      heads(['', '一是普法针对性不强。二是执法力量薄弱。下一步，将增加执法人员，缓解力量不足。']),
    ).toEqual(['普法针对性不强', '执法力量薄弱']);
  });
});
