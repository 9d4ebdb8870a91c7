import { type Words, w } from './words.ts'

/**
 * Kinds of record that the house declares, as a pack may name them for what proves a measure or what a line counts; a test of the house
 * holds this list against its declarations.
 */
export const kindProofs = {
  'kinds/documents.contingency': w('应急预案', 'Contingency plans'),
  'kinds/documents.party-duty': w('四方责任', 'Duties of the four parties'),
  'kinds/rounds.disinfection': w('清洁消毒通风', 'Cleaning, disinfection, airing'),
  'kinds/rounds.self-check': w('设施自查', 'Self-check of facilities'),
  'kinds/rounds.patrol': w('环境巡查', 'Environment patrol'),
  'kinds/rounds.elder-check': w('养老机构每日检查', 'Daily look at elder-care sites'),
  'kinds/rounds.mend': w('问题整改', 'Findings to be put right'),
  'kinds/rounds.cleanup': w('整治任务', 'Cleaning tasks'),
  'kinds/rounds.suspension': w('劝导暂停营业', 'Asking a place to close'),
  'kinds/rounds.waste': w('医疗废物交接', 'Handover of medical waste'),
  'kinds/rounds.facility': w('公共设施', 'Public facilities'),
  'kinds/rounds.weak-point': w('环境薄弱点', 'Weak points'),
  'kinds/rounds.test-point': w('便民检测点', 'Test points'),
  'kinds/rounds.elder-site': w('养老机构', 'Elder-care sites'),
  'kinds/rounds.campaign': w('爱国卫生运动', 'Health campaigns'),
  'kinds/rounds.committee': w('下属委员会', 'Committees'),
  'kinds/rounds.department-letter': w('问题移交函', 'Letters to departments'),
  'kinds/rounds.elder-guide': w('养老机构防控指引', 'Guides for elder-care sites'),
  'kinds/rounds.unit': w('辖区单位', 'Units'),
  'kinds/requests.errand': w('代办', 'Errand'),
  'kinds/requests.affair': w('政务代办', 'Government affair'),
  'kinds/requests.guide': w('办事指南', 'Guide to affairs'),
  'kinds/requests.stayer': w('就地过年', 'Staying for the festival'),
  'kinds/requests.call': w('热线来电', 'Hotline call'),
  'kinds/requests.line': w('热线和直通电话', 'Hotlines and direct lines'),
  'kinds/requests.psych': w('心理疏导', 'Psychological help'),
  'kinds/requests.counsellor': w('心理服务机构', 'Psychological services'),
  'kinds/requests.business': w('帮企助农', 'Help for shops, firms, farms'),
  'kinds/requests.shop': w('生活服务网点', 'Shops for daily life'),
  'kinds/requests.problem': w('困难和问题', 'Problem to be solved above'),
  'kinds/requests.discrimination': w('歧视反映', 'Report of discrimination'),
  'kinds/requests.talk': w('楼栋思想工作', 'Talks in a building'),
  'kinds/requests.mediation': w('人民调解', 'People’s mediation'),
} as const satisfies Record<`kinds/${string}`, Words>
export type KindProof = keyof typeof kindProofs
