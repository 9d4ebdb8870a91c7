import Type, { type Static } from 'typebox'
import type { Words } from '../../problem.ts'
import { CommunityCode, Day, Id, Instant, OneOf } from '../../schema.ts'
import { DoorText } from '../../places/door-plate.ts'

/** What the community itself may certify for an epidemic; the notice of release comes from county health (2020P 保障二). */
export const ResidenceProof = Type.Object({
  id: Id,
  community: CommunityCode,
  number: Type.String(),
  name: Type.String(),
  door: DoorText,
  /** The body that wants to see it. */
  asked_by: Type.String(),
  on: Day,
  by: Type.String(),
})
export type ResidenceProof = Static<typeof ResidenceProof>

/** Certificates that others ask of communities and that no community may issue: the twenty of 民发〔2020〕20号, and any other. */
export const RefusedCertificate = OneOf(
  'kinship',
  'identity',
  'register-change',
  'dog',
  'no-crime',
  'drug-recovery',
  'missing-person',
  'marriage',
  'birth',
  'alive',
  'death',
  'illness',
  'disability',
  'childbearing',
  'employment',
  'personal-file',
  'property',
  'inheritance',
  'business-address',
  'lost-document',
  'other',
)
export type RefusedCertificate = Static<typeof RefusedCertificate>
export const refusedCertificates = RefusedCertificate.enum as readonly RefusedCertificate[]

/** Chinese and English of a certificate that is not issued. */
export const refusedCertificateWords: Readonly<Record<RefusedCertificate, Words>> = {
  kinship: { zh: '亲属关系证明', en: 'proof of kinship' },
  identity: { zh: '居民身份信息证明', en: 'proof of identity' },
  'register-change': { zh: '户口登记项目变更证明', en: 'proof of a change in the household register' },
  dog: { zh: '养犬证明', en: 'proof of keeping a dog' },
  'no-crime': { zh: '无犯罪记录证明', en: 'proof of no criminal record' },
  'drug-recovery': { zh: '社区戒毒康复证明', en: 'proof of drug recovery in the community' },
  'missing-person': { zh: '人员失踪证明', en: 'proof that somebody is missing' },
  marriage: { zh: '婚姻状况证明', en: 'proof of marital status' },
  birth: { zh: '出生证明', en: 'proof of birth' },
  alive: { zh: '健在证明', en: 'proof of being alive' },
  death: { zh: '死亡证明', en: 'proof of death' },
  illness: { zh: '疾病状况证明', en: 'proof of illness' },
  disability: { zh: '残疾状况证明', en: 'proof of disability' },
  childbearing: { zh: '婚育状况证明', en: 'proof of childbearing' },
  employment: { zh: '就业状况证明', en: 'proof of employment' },
  'personal-file': { zh: '个人档案证明', en: 'proof from a personal file' },
  property: { zh: '财产证明', en: 'proof of property' },
  inheritance: { zh: '遗产继承权证明', en: 'proof of a right to inherit' },
  'business-address': { zh: '市场主体住所证明', en: 'proof of a business address' },
  'lost-document': { zh: '证件遗失证明', en: 'proof of a lost document' },
  other: { zh: '其他证明', en: 'another certificate' },
}

/** A demand that was refused: what, by which body, when; nothing about the person who was sent for it. */
export const CertificateRefusal = Type.Object({
  id: Id,
  place: CommunityCode,
  place_name: Type.String(),
  certificate: RefusedCertificate,
  wording: Type.String(),
  asked_by: Type.String(),
  by: Type.String(),
  at: Instant,
})
export type CertificateRefusal = Static<typeof CertificateRefusal>
