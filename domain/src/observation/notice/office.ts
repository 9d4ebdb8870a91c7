import Type, { type Static } from 'typebox'
import { Text } from '../../schema.ts'

const lines = Type.Array(Text(120, 1), { minItems: 1, maxItems: 8 })

/**
 * What a county says on its notices of observation and of release: the office that decides, its letters and telephones, and the
 * lines that its legal office answers for. Terms and thresholds are not here: they come from the rules.
 */
export const Office = Type.Object({
  issuer: Text(60, 1),
  /** Letters before the year and number of an order: 金卫观〔2026〕412号. */
  letters: Text(20, 1),
  /** The same of a release. */
  release_letters: Text(20, 1),
  /** Telephone of the office, answered day and night: questions, and whether a notice is genuine. */
  phone: Text(40, 1),
  /** Telephone for somebody in distress; empty for none. */
  care_phone: Text(40),
  /** What the person is asked to do, what the office does, what the person may do. */
  duties: lines,
  services: lines,
  rights: lines,
})
export type Office = Static<typeof Office>

/**
 * The lines that stand there until a county writes its own. Remedies: 行政复议法 (2023) §20, sixty days; 行政诉讼法 §46, six months;
 * the decision goes on meanwhile (行政复议法 §42). Wages: 传染病防治法 (2025) §67. Own data: 个人信息保护法 §45, §46.
 */
export const usualOffice = (countyName: string): Omit<Office, 'phone'> => ({
  issuer: `${countyName}卫生健康委员会`,
  letters: `${countyName.slice(0, 1)}卫观`,
  release_letters: `${countyName.slice(0, 1)}卫解`,
  care_phone: '',
  duties: [
    '不出门，家里不来客人',
    '每天按时测体温，问到症状如实说',
    '要采样的，有人上门，不用出去',
    '发热或者不舒服，马上打电话；喘不上气打 120',
  ],
  services: [
    '买菜买药有人送到门口',
    '看病派专车，透析、产检不耽误',
    '家里有没人照看的老人、孩子，当天安排',
    '医生每天看体温，有事打给您',
  ],
  rights: [
    '不同意的，可以先跟我们说',
    '收到这份告知书 60 天内，可以申请行政复议；6 个月内，可以到法院起诉。这期间观察照常',
    '单位不能因为您在观察停发工资，也不能辞退您',
    '随时看自己的记录，记错了可以改；谁看过您的记录，您也查得到',
    '这些信息只用来防疫，不对邻居说；应急响应结束后销毁',
  ],
})

/**
 * What a notice asks and promises where the stay is at a central site: there nobody stays in at home, brings food to a door or takes
 * samples there. Somebody under fourteen, or who needs care, may have company (第九版防控方案, its guide to observation in isolation).
 */
export const siteLines: Pick<Office, 'duties' | 'services'> = {
  duties: [
    '有专车来接，带好证件、常用药和换洗衣物',
    '不出房间，不串门；孩子和要人照顾的，可以有人陪',
    '每天按时测体温，问到症状如实说；要采样的，在隔离点采',
    '发热或者不舒服，马上告诉隔离点的医生',
  ],
  services: [
    '吃住由隔离点安排，三餐送到房门口',
    '看病派专车，透析、产检不耽误',
    '家里有没人照看的老人、孩子，当天安排',
    '医生每天看体温，有事打给您',
  ],
}

/** What somebody is told who goes to a central site first and home afterwards, before the lines of the office. */
export const siteFirst = '先到集中隔离点，有专车来接，带好证件、常用药和换洗衣物；下面几条从回家那天起'
