import { type Role, roles, type Words } from '../../vocabulary.ts'

const a = (zh: string, en: string, ...acting: readonly Role[]): { words: Words; roles: readonly Role[] } => ({
  words: { zh, en },
  roles: acting,
})

/** Who acts by the text of a clause, and the posts that act for them in our rules. */
export const actors = {
  community: a(
    '城乡社区组织',
    'community organisations',
    'community-director',
    'community-worker',
    'grid-worker',
    'building-lead',
    'information-reporter',
  ),
  party: a('社区党组织、“两委”', 'party branch and the two committees', 'community-director', 'community-worker'),
  clinic: a('基层医疗卫生机构', 'clinics', 'community-doctor', 'town-health'),
  volunteers: a('志愿者', 'volunteers', 'volunteer'),
  'service-bodies': a('社区服务机构', 'service bodies', 'partner'),
  social: a('社会组织、社会工作者', 'organisations and social workers', 'social-worker', 'partner'),
  residents: a('居民、家庭', 'residents and families', 'resident', 'proxy', 'building-lead'),
  property: a('物业服务企业', 'property firms', 'property-staff'),
  units: a('单位、商户、机构', 'firms, shops and bodies', 'partner'),
  gate: a('卡点', 'gates', 'gate-keeper', 'property-staff'),
  police: a('民警', 'police', 'police'),
  psychologists: a('心理服务人员', 'psychological services', 'psychologist'),
  mediators: a('人民调解组织', 'mediation bodies', 'mediator'),
  legal: a('法律服务工作者', 'legal services', 'legal-aid'),
  cdc: a('疾控机构', 'CDC', 'county-health', 'town-health'),
  site: a('集中场所', 'central sites', 'site-staff'),
  'civil-affairs': a('民政部门', 'civil affairs', 'county-civil-affairs', 'city', 'province'),
  health: a('卫生健康部门', 'health departments', 'county-health', 'town-health', 'city', 'province'),
  township: a('乡镇、街道', 'township', 'street-officer', 'town-health'),
  county: a('县', 'county', 'county-leader', 'county-civil-affairs', 'county-health'),
  city: a('市', 'city', 'city'),
  province: a('省', 'province', 'province'),
  organisers: a('主办方', 'organisers', 'resident', 'partner', 'community-director'),
  'election-body': a('换届选举机构', 'election bodies', 'community-director', 'street-officer', 'community-worker'),
  everywhere: { words: { zh: '各地', en: 'localities' }, roles: Object.keys(roles) as Role[] },
} as const
export type Actor = keyof typeof actors

/** The posts that act for any of the actors. */
export const rolesOf = (acting: readonly Actor[]): ReadonlySet<Role> => new Set(acting.flatMap((each) => actors[each].roles))
