import type { Words } from '../problem.ts'
import type { Day } from '../schema.ts'

/** A document that comes with the system: where it comes from, what it asks, in our own words. */
export interface HouseDocument {
  readonly id: string
  readonly title: Words
  readonly issuer: Words
  readonly number: string
  readonly issued_on: Day
  readonly valid_from?: Day
  readonly valid_until?: Day
  readonly summary: Words
  /** How rules name it as their source. */
  readonly cited_as: readonly string[]
  readonly follows: readonly string[]
  readonly replaced_by?: { readonly document: string; readonly from: Day }
}

const council: Words = { zh: '国务院联防联控机制', en: 'Joint Prevention and Control Mechanism of the State Council' }
const two: Words = { zh: '民政部、国家卫生健康委', en: 'Ministry of Civil Affairs, National Health Commission' }
const service = { document: 'notice-2023-5', from: '2023-01-08' } as const

/** The notices behind the packs of the system, and the base notice with the community plan that they rest on. */
export const houseDocuments: readonly HouseDocument[] = [
  {
    id: 'base-2020-5',
    title: {
      zh: '关于加强社区防控工作的通知，附社区防控工作方案（试行）',
      en: 'Base notice on prevention in communities, with the community plan (trial)',
    },
    issuer: council,
    number: '肺炎机制发〔2020〕5号',
    issued_on: '2020-01-24',
    valid_until: '2023-01-07',
    summary: {
      zh: '社区防控的基础文件。附件给出三种社区划分：没有病例、有病例或暴发、有传播，并写明每一种要做什么。后面各份文件都用这套划分。',
      en: 'The base of all that follows. Its annex defines three classes of community (no case, cases or an outbreak, transmission) and what each must do; the later notices use these classes.',
    },
    cited_as: ['肺炎机制发〔2020〕5号'],
    follows: [],
    replaced_by: service,
  },
  {
    id: 'technical-plan-2020-28',
    title: { zh: '社区（乡镇、村）新冠肺炎防控技术方案', en: 'Technical plan for communities, towns and villages' },
    issuer: council,
    number: '联防联控机制发〔2020〕28号',
    issued_on: '2020-02-24',
    valid_until: '2023-01-07',
    summary: {
      zh: '把社区防控工作方案重发一遍，三种划分不变，写明每种社区要采取的措施。精准化方案的三档都按它来做。',
      en: 'The community plan issued anew with the same three classes and the measures of each; the three tiers of the precision plan follow it.',
    },
    cited_as: ['联防联控机制发〔2020〕28号', '社区（乡镇、村）新冠肺炎防控技术方案'],
    follows: ['base-2020-5'],
    replaced_by: service,
  },
  {
    id: 'urgent-2020-01-29',
    title: { zh: '关于进一步动员城乡社区组织开展疫情防控工作的紧急通知', en: 'Urgent notice calling on community organisations' },
    issuer: two,
    number: '2020年1月29日紧急通知',
    issued_on: '2020-01-29',
    valid_until: '2023-01-07',
    summary: {
      zh: '要社区组织把人动员起来：分网格、摸排、报告、宣传、管好返回人员、帮困难的人。省市出总体方案，县乡出实施方案。',
      en: 'Calls community organisations to act: grids, surveys, reports, information, care for those who return and those in need. Provinces and cities write the overall plan, counties and towns how it is carried out.',
    },
    cited_as: ['2020年1月29日紧急通知'],
    follows: ['base-2020-5'],
    replaced_by: service,
  },
  {
    id: 'notice-2020-13',
    title: { zh: '关于进一步做好城乡社区疫情防控工作的通知', en: 'Notice on doing prevention in communities better' },
    issuer: two,
    number: '民发〔2020〕13号',
    issued_on: '2020-02-16',
    valid_until: '2023-01-07',
    summary: {
      zh: '要求落实基础文件，把监测、报送、宣传、整治、帮扶做细；给社区减负，关心社区工作者，用好信息化。',
      en: 'Asks to carry out the base notice: monitoring, reporting, information, environment and help in detail; fewer burdens on communities, care for their workers, use of information systems.',
    },
    cited_as: ['民发〔2020〕13号'],
    follows: ['base-2020-5', 'urgent-2020-01-29'],
    replaced_by: service,
  },
  {
    id: 'henan-2020-14',
    title: { zh: '河南转发民发〔2020〕13号的通知', en: 'Henan forwards notice 13 of 2020' },
    issuer: { zh: '河南省民政厅、河南省卫生健康委', en: 'Civil Affairs Department and Health Commission of Henan' },
    number: '豫民文〔2020〕14号',
    issued_on: '2020-02-21',
    valid_until: '2023-01-07',
    summary: {
      zh: '河南转发国家通知，加上本省要求：补齐短板，复工复产的同时守住社区，关心一线人员。',
      en: 'Henan forwards the national notice and adds its own demands: close the gaps, hold the communities while work resumes, care for those at the front.',
    },
    cited_as: ['豫民文〔2020〕14号'],
    follows: ['notice-2020-13'],
    replaced_by: service,
  },
  {
    id: 'precision-2020',
    title: { zh: '社区防控与服务工作精准化精细化指导方案', en: 'Guiding plan for precise and fine prevention and service' },
    issuer: two,
    number: '2020年4月14日方案',
    issued_on: '2020-04-14',
    valid_until: '2023-01-07',
    summary: {
      zh: '按县的风险等级和社区划分分三档，每一档写明策略，以及防控、服务、群众参与、信息化四个方面做什么。',
      en: 'Three tiers by county level and community class; for each a strategy, and what to do in prevention, service, participation and information systems.',
    },
    cited_as: ['新冠肺炎疫情社区防控与服务工作精准化精细化指导方案'],
    follows: ['base-2020-5', 'technical-plan-2020-28'],
    replaced_by: service,
  },
  {
    id: 'notice-2021-11',
    title: { zh: '关于进一步提高城乡社区防控精准化精细化水平的通知', en: 'Notice on more precision in community prevention' },
    issuer: two,
    number: '民发〔2021〕11号',
    issued_on: '2021-01-30',
    valid_until: '2023-01-07',
    summary: {
      zh: '重点补农村短板：守好村，管好聚集活动，办好换届选举，备好应急预案，关心一线。',
      en: 'Mends weak places, above all in villages: guard the village, gatherings, elections, emergency plans, care for those at the front.',
    },
    cited_as: ['民发〔2021〕11号'],
    follows: ['precision-2020'],
    replaced_by: service,
  },
  {
    id: 'notice-2023-5',
    title: { zh: '在城乡社区做好“乙类乙管”有关疫情防控工作的通知', en: 'Notice on Class B management in communities' },
    issuer: {
      zh: '民政部、农业农村部、国家卫生健康委、国家疾控局',
      en: 'Ministries of Civil Affairs and Agriculture, National Health Commission, CDC administration',
    },
    number: '民发〔2023〕5号',
    issued_on: '2023-01-06',
    valid_from: '2023-01-08',
    summary: {
      zh: '今天的规则：不再隔离、不再划风险区，重心转到服务。重点人员分级联系，帮用药、帮转诊，反映的困难要有人办。',
      en: 'The rules of today: no isolation, no risk areas; the weight lies on service. Key persons are graded and contacted, helped with medicine and transfer, and needs are answered.',
    },
    cited_as: ['民发〔2023〕5号'],
    follows: [],
  },
  {
    id: 'guidance-2020-02-17',
    title: { zh: '分区分级做好疫情防控工作的指导意见', en: 'Guidance on zones and levels' },
    issuer: council,
    number: '2020年2月17日指导意见',
    issued_on: '2020-02-17',
    valid_until: '2023-01-07',
    summary: {
      zh: '县按病例数分低、中、高三个风险等级，等级变了措施跟着变。',
      en: 'Counties are graded low, medium or high by their cases; measures follow the grade.',
    },
    cited_as: ['关于科学防治精准施策分区分级做好新冠肺炎疫情防控工作的指导意见'],
    follows: [],
    replaced_by: service,
  },
  {
    id: 'protocols',
    title: { zh: '防控方案各版（第一至第九版）', en: 'The prevention protocols, first to ninth edition' },
    issuer: council,
    number: '各版防控方案',
    issued_on: '2020-01-22',
    valid_until: '2023-01-07',
    summary: {
      zh: '谁要隔离、几天、哪几天检测，各版不一样。本系统按日期取那一天的版本。',
      en: 'Who is isolated, for how long and tested on which days differs by edition; the rules of each day are those of its edition.',
    },
    cited_as: ['国务院联防联控机制各版防控方案', '新型冠状病毒肺炎防控方案', '二十条', '新十条'],
    follows: [],
    replaced_by: service,
  },
  {
    id: 'zones-plan',
    title: { zh: '社区防控方案（封控区、管控区、防范区）', en: 'Community plan for sealed, controlled and precaution zones' },
    issuer: council,
    number: '新冠肺炎疫情社区防控方案',
    issued_on: '2021-09-01',
    valid_until: '2023-01-07',
    summary: {
      zh: '有了疫情怎么划三区、各区管到什么程度、什么时候解除。发布日期没查到准日子，按能确定的最早日子写。',
      en: 'How the three zones are drawn, what each allows and when it ends. Its exact day was not found; the earliest certain one stands here.',
    },
    cited_as: ['新冠肺炎疫情社区防控方案'],
    follows: ['protocols'],
    replaced_by: service,
  },
  {
    id: 'prohibitions-2022-06-05',
    title: { zh: '五个不得、九不准', en: 'The five and the nine prohibitions' },
    issuer: council,
    number: '2022年1月29日、6月5日',
    issued_on: '2022-06-05',
    valid_until: '2023-01-07',
    summary: {
      zh: '各地不许层层加码：不许随意封控、随意劝返、无故延长隔离。',
      en: 'No place adds to the rules: no closing at will, no turning people away, no longer isolation without cause.',
    },
    cited_as: ['联防联控机制 2022年6月5日“九不准”', '联防联控机制 2022年1月29日“五个不得”'],
    follows: [],
    replaced_by: service,
  },
  {
    id: 'key-persons-509',
    title: { zh: '新冠重点人群健康服务工作方案', en: 'Plan for the health service of key persons' },
    issuer: council,
    number: '国卫明电〔2022〕509号',
    issued_on: '2022-12-09',
    summary: {
      zh: '按年龄、基础病、接种情况把重点人员分红黄绿，定多久联系一次、有事找谁。',
      en: 'Key persons are red, yellow or green by age, illness and vaccination; how often each is contacted, and whom to turn to.',
    },
    cited_as: ['国卫明电〔2022〕509号'],
    follows: [],
  },
  {
    id: 'class-b-plan-2022-12-26',
    title: { zh: '实施“乙类乙管”的总体方案', en: 'Overall plan for Class B management' },
    issuer: council,
    number: '2022年12月26日总体方案',
    issued_on: '2022-12-26',
    valid_from: '2023-01-08',
    summary: {
      zh: '2023年1月8日起按乙类乙管：不隔离、不判密接、不划风险区，检测愿检尽检。',
      en: 'From 8 January 2023 Class B: no isolation, no contacts, no risk areas, tests for who wants one.',
    },
    cited_as: ['对新型冠状病毒感染实施“乙类乙管”的总体方案'],
    follows: [],
  },
  {
    id: 'infectious-disease-law-2025',
    title: { zh: '传染病防治法（2025年修订）', en: 'Law on infectious diseases (2025)' },
    issuer: { zh: '全国人大常委会', en: "Standing Committee of the National People's Congress" },
    number: '2025年4月30日修订',
    issued_on: '2025-04-30',
    valid_from: '2025-09-01',
    summary: {
      zh: '今天的依据：谁能启动应急、谁能决定隔离和封控、当事人有什么权利、信息怎么保护。',
      en: 'What binds today: who opens a response, who orders observation and closures, the rights of those concerned, and how data are protected.',
    },
    cited_as: ['传染病防治法（2025）'],
    follows: [],
  },
]
