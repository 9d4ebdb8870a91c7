import { certificates } from '@wangdi/policy/vocabulary.ts'
import type { Problem, Words } from '../../problem.ts'
import type { Day } from '../../schema.ts'
import { type RefusedCertificate, refusedCertificateWords } from './certificate.ts'
import { problems } from './certificates.problems.ts'

/** The number of a proof: year and place in the row of its community. */
export const numberOf = (year: number, serial: number): string => `居证〔${year}〕${serial}号`

/** Why no proof of residence is issued for this person; nothing when it may be: they live here, behind a door that is known. */
export function whyNotProof(person: { left_on: Day | null; dwelling: string | null }, today: Day): Problem | undefined {
  if (person.left_on !== null && person.left_on <= today) return problems.movedAway({ day: person.left_on })
  return person.dwelling === null ? problems.noDoor({}) : undefined
}

const spaceless = (text: string) => text.replaceAll(/\s/g, '')

/** Why a demand is not one to refuse: it is one of the two certificates that there are. */
export function whyNotRefused(certificate: RefusedCertificate, wording: string): Problem | undefined {
  if (certificate !== 'other') return undefined
  if (wording.trim() === '') return problems.sayWhich({})
  const said = spaceless(wording)
  return Object.values(certificates).some(({ zh }) => said === zh) ? problems.isIssued({ name: said }) : undefined
}

/** What was asked for, in words. */
export const demandWords = (certificate: RefusedCertificate, wording: string): Words =>
  certificate === 'other' ? { zh: wording, en: wording } : refusedCertificateWords[certificate]

/** The answer that goes back to the body which asked, with its ground (2020P 保障二; 民发〔2020〕20号). */
export function standardAnswer(certificate: RefusedCertificate, wording: string): Words {
  const asked = demandWords(certificate, wording)
  const listed = certificate !== 'other'
  return {
    zh:
      `“${asked.zh}”社区（村）开不了。因疫情防控，社区（村）只出具居住证明；解除隔离医学观察通知书由县级卫生健康部门出具。` +
      `不能以疫情防控为由要求居民到社区（村）开其他证明（精准化精细化指导方案 保障二）。` +
      (listed ? '这一项也在社区（村）不应出具的 20 项证明里（民发〔2020〕20号）。' : '') +
      '需要核实的，请贵单位直接向主管部门查询，不要让居民来回跑。',
    en:
      `The community does not issue "${asked.en}". For an epidemic it certifies residence only; county health issues the notice of release. ` +
      'No other certificate may be asked of a community on the ground of the epidemic (notice of precision, safeguards 2). ' +
      (listed ? 'It is also one of the twenty certificates that communities do not issue (民发〔2020〕20号). ' : '') +
      'Please ask the competent authority yourself instead of sending residents.',
  }
}
