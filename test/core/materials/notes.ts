/** An invented note, with the questions any of which a person would tag it with. */
export interface LabelledNote {
  readonly text: string;
  readonly itemIds: readonly string[];
}

const note = (text: string, ...itemIds: readonly string[]): LabelledNote => ({ text, itemIds });

/** Notes as clerks of invented places jot them down; written before the suggestions were tuned. */
export const labelledNotes: readonly LabelledNote[] = [
  note('今天党委中心组学了习近平法治思想，书记主持，这是今年第3次', '2021-1-study'),
  note('3月党委会听取司法所关于法治政府建设的汇报', '2021-32-hearing', 'rule-leaders-hearing'),
  note('枫林街道调解室今天调成一起邻里宅基地纠纷', '2021-20-mediation', '2021-21-ownership'),
  note('一季度排查矛盾纠纷86起，调解成功82起', '2021-20-mediation', '2021-20-screening'),
  note('新聘人民调解员6名，石桥村调委会换届', '2021-20-mediators'),
  note('宪法宣传周在集市摆摊，发宣传册400份，现场咨询60多人', '2021-16-publicity'),
  note('去中学讲防校园欺凌法治课，学生500人听课', '2021-16-publicity'),
  note('综合执法队本月查处占道经营12起，立案2起', '2021-14-cases'),
  note('拆除云岭县道旁违建3处，面积240平方米', '2021-14-construction'),
  note('执法人员新考下执法证4本，目前持证15人', '2021-15-certificates'),
  note('执法全过程记录：新买执法记录仪8台，行政执法公示栏更新', '2021-15-three', '2021-13-means'),
  note('县司法局来评查案卷，抽了我们20份，2份有瑕疵已改', '2021-15-files', '2021-26-supervision'),
  note('对一家早餐店首次轻微违法免罚，批评教育', '2021-16-soft', '2021-16-list'),
  note('和市场监管所、派出所开展联合执法4次，查校园周边', '2021-13-transfer'),
  note('县里把3项执法权收回去了，交接清单在党政办', '2021-13-powers', 'rule-returned-powers'),
  note('修订防汛应急预案，6月定稿印发', '2021-17-plans'),
  note('6月组织防汛演练一次，动员村民120人转移', '2021-18-drills'),
  note('企业安全检查，发现隐患35条，整改完33条', '2021-18-hazards', '2021-14-campaigns'),
  note('成立村级应急救援队11支，共计130人', '2021-19-responders'),
  note('志愿者参加山火扑救30人次', '2021-19-volunteers', '2021-19-responders'),
  note('汛期24小时值班，发预警短信3次', '2021-17-warning'),
  note('县法院开庭，镇长出庭应诉，案子是征地补偿', '2021-23-appearance', 'rule-leaders-court'),
  note('今年被告行政诉讼2件，一件撤诉一件胜诉', '2021-23-litigation', '2021-23-losses'),
  note(
    '县复议局送来行政复议答复通知书，申请人不服土地处理',
    '2021-22-reconsideration',
    '2021-22-outcomes',
  ),
  note('收到县检察院检察建议书一份，关于河道垃圾，已回复', '2021-23-advice'),
  note('人大代表建议9件全部办完，代表都满意', '2021-24-proposals'),
  note('12345热线工单全年收到412件，办结率99%', '2021-24-hotline'),
  note('巡察反馈问题14个，已整改12个', '2021-24-oversight'),
  note('网站主动公开政府信息156条', '2021-27-disclosure'),
  note('收到一份要求公开拆迁补偿标准的申请，已在15个工作日内答复', '2021-27-requests'),
  note('政府开放日请20名村民代表进来看便民大厅', '2021-27-response'),
  note('拖欠工程款清理：付清施工队欠款80万元', '2021-28-arrears'),
  note(
    '政务大厅能办的事项增加到98项，帮办代办老人业务210件',
    '2021-5-service',
    '2021-5-convenience',
  ),
  note('各村便民服务点可代办28项', '2021-5-village'),
  note('好差评全是好评，满意率100%', '2021-5-satisfaction'),
  note('走访企业26家，帮忙解决用电用工问题9个', '2021-6-enterprises', '2021-6-business'),
  note('公平竞争审查了2个招商文件', '2021-6-competition', 'rule-fair-competition'),
  note(
    '法律顾问审合同31份，提修改意见47条',
    '2021-9-review',
    '2021-10-counsel',
    'rule-full-review',
  ),
  note('规范性文件清理，废止1件，继续有效2件', '2021-9-cleaning', '2021-9-documents'),
  note('农贸市场搬迁开了听证会，收集意见35条', '2021-11-public', '2021-11-procedure'),
  note('污水处理站选址做了社会稳定风险评估', '2021-11-risk', '2021-11-procedure'),
  note('征求立法意见：对物业管理条例草案提了5条建议', '2021-7-consult', '2021-8-survey'),
  note('履职事项清单公布，基本履职事项102项', '2021-4-duties', 'rule-duty-list'),
  note('网格员增加到45人，划了38个网格', '2021-4-grassroots'),
  note('减负：取消村里挂牌12块，清理报表', '2021-4-burden'),
  note('班子法治专题讲座，请律师讲行政处罚法，全年第二期', '2021-34-lectures'),
  note('执法人员参加县里培训，人均完成64学时', '2021-34-hours'),
  note('镇长年终述职把述法一起讲了', 'rule-duty-report'),
  note('书记到石桥村讲法治课', 'rule-leaders-study', 'rule-secretary-publicity'),
  note(
    '枫林街道被评为县法治建设示范街道，县电视台来拍',
    '2021-33-model',
    '2021-35-examples',
    '2021-35-media',
  ),
  note('县法治督察组来，指出4个问题，列了整改台账', '2021-25-inspection'),
  note('电子证照可以刷码，数据共享减少跑腿材料12种', '2021-30-data'),
  note('无人机巡查秸秆焚烧，发现火点5处', '2021-31-remote'),
  note('问题：执法队年轻人少，懂法的不多', 'rule-shortcomings'),
  note('原因分析：经费紧，编制少，所以专业人员留不住', 'rule-causes'),
];

/** Notes that are for no question: nothing should be pressed on the writer. */
export const idleNotes: readonly string[] = [
  '打印机没墨了',
  '下周二请假',
  'abc 123',
  '明天食堂吃饺子',
  '老李电话 13800000000',
];
