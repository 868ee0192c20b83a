import { chaptersOneToFive } from './chapters-1-5.ts';
import { chaptersSixToTen } from './chapters-6-10.ts';
import { chapters2015Own } from './chapters-2015-own.ts';
import type { ItemSentences, SentencesByItem } from './item-sentences.ts';

const later: SentencesByItem = { ...chaptersOneToFive, ...chaptersSixToTen };

/** Questions of the outline of 2015–2020 that ask what one of 2021–2025 asks, with its id. */
export const sameQuestions: Readonly<Record<string, string>> = {
  '2015-1-service': '2021-5-service',
  '2015-1-convenience': '2021-5-convenience',
  '2015-2-powers-list': '2021-4-duties',
  '2021-4-powers-list': '2021-4-duties',
  '2015-3-burden': '2021-4-burden',
  '2015-5-market': '2021-6-business',
  '2015-5-enterprises': '2021-6-enterprises',
  '2015-5-competition': '2021-6-competition',
  '2015-6-grassroots': '2021-4-grassroots',
  '2015-6-hazards': '2021-18-hazards',
  '2015-6-drills': '2021-18-drills',
  '2015-6-plans': '2021-17-plans',
  '2015-7-platform': '2021-29-platform',
  '2015-7-satisfaction': '2021-5-satisfaction',
  '2015-7-village-reach': '2021-29-village-reach',
  '2015-11-consult': '2021-7-consult',
  '2015-12-documents': '2021-9-documents',
  '2015-12-review': '2021-9-review',
  '2015-12-drafting': '2021-9-drafting',
  '2015-12-reviewers': '2021-9-reviewers',
  '2015-13-cleaning': '2021-9-cleaning',
  '2015-14-procedure': '2021-11-procedure',
  '2015-14-catalogue': '2021-11-catalogue',
  '2015-15-participation': '2021-11-public',
  '2015-16-risk': '2021-11-risk',
  '2015-17-counsel': '2021-10-counsel',
  '2015-17-prior': '2021-10-prior',
  '2015-18-collective': '2021-10-rules',
  '2015-18-archive': '2021-11-archive',
  '2015-19-liability': '2021-12-followup',
  '2015-19-assign': '2021-12-assign',
  '2015-19-evaluation': '2021-12-evaluation',
  '2015-20-team': '2021-13-team',
  '2015-20-cases': '2021-14-cases',
  '2015-20-transfer': '2021-13-transfer',
  '2015-20-campaigns': '2021-14-campaigns',
  '2015-20-construction': '2021-14-construction',
  '2015-21-three': '2021-15-three',
  '2015-21-files': '2021-15-files',
  '2015-21-rights': '2021-15-rights',
  '2015-22-soft': '2021-16-soft',
  '2015-22-publicity': '2021-16-publicity',
  '2015-22-duty': '2021-16-duty',
  '2015-22-case-law': '2021-16-case-law',
  '2015-22-smart': '2021-31-smart',
  '2015-23-responsibility': '2021-26-responsibility',
  '2015-23-supervision': '2021-26-supervision',
  '2015-23-complaints': '2021-26-complaints',
  '2015-24-certificates': '2021-15-certificates',
  '2015-25-support': '2021-13-means',
  '2015-25-fines': '2021-26-fines',
  '2015-27-proposals': '2021-24-proposals',
  '2015-27-litigation': '2021-23-litigation',
  '2015-27-appearance': '2021-23-appearance',
  '2015-27-congress': '2021-24-congress',
  '2015-27-advice': '2021-23-advice',
  '2015-28-audit': '2021-24-oversight',
  '2015-28-inspection': '2021-25-inspection',
  '2015-29-hotline': '2021-24-hotline',
  '2015-29-tips': '2021-14-tips',
  '2015-30-disclosure': '2021-27-disclosure',
  '2015-30-requests': '2021-27-requests',
  '2015-30-catalogue': '2021-27-catalogue',
  '2015-30-response': '2021-27-response',
  '2015-32-mediation': '2021-20-mediation',
  '2015-32-screening': '2021-20-screening',
  '2015-33-reconsideration': '2021-22-reconsideration',
  '2015-33-outcomes': '2021-22-outcomes',
  '2015-33-channel': '2021-22-channel',
  '2015-34-adjudication': '2021-21-adjudication',
  '2015-34-ownership': '2021-21-ownership',
  '2015-34-administrative': '2021-20-administrative',
  '2015-35-mediators': '2021-20-mediators',
  '2015-35-linkage': '2021-20-linkage',
  '2015-38-training': '2021-34-training',
  '2015-38-study': '2021-1-study',
  '2015-38-lectures': '2021-34-lectures',
  '2015-41-hearing': '2021-32-hearing',
  '2015-41-coordination': '2021-32-coordination',
  '2015-41-overall': '2021-1-overall',
  '2015-41-goals': '2021-3-goals',
  '2015-41-reporting': '2021-32-reporting',
  '2015-43-annual-report': '2021-33-annual-report',
  '2015-43-appraisal': '2021-33-appraisal',
  '2015-44-examples': '2021-35-examples',
  '2015-44-model': '2021-33-model',
  '2015-44-media': '2021-35-media',
};

/** Sentences that answer one of these questions beside those of the later one. */
const more: Readonly<Record<string, readonly string[]>> = {
  '2015-5-market': [
    '对42家商户的复工申请逐户审核',
    '简化门店开业审批',
    '向辖区企业送政策清单，讲解补贴办法',
  ],
  '2015-38-training': ['举办法治讲座6场', '党委中心组学习宪法等4次'],
  '2015-38-study': ['围绕全面依法治国战略布局专题研讨3次'],
};

function sentencesOf(id: string, source: string): ItemSentences {
  const sentences = later[source];
  if (!sentences) throw new Error(`no sentences for ${source}`);
  return { ...sentences, answering: [...sentences.answering, ...(more[id] ?? [])] };
}

/** Sentences for the questions on the outline of 2015–2020. */
export const chapters2015: SentencesByItem = {
  ...Object.fromEntries(
    Object.entries(sameQuestions).map(([id, source]) => [id, sentencesOf(id, source)]),
  ),
  ...chapters2015Own,
};
