import type { EvidenceList } from '@wangdi/domain/plan/plan.ts'
import type { Words } from '@wangdi/domain/problem.ts'

/** What is to be done with what a list holds, as the top of the plan says it. */
export const listWords: Readonly<Record<EvidenceList, Words>> = {
  alerts: { zh: '体温异常，等医生处置', en: 'Abnormal readings wait for the doctor' },
  'due-readings': { zh: '测温还没测', en: 'Readings still to be taken' },
  'daily-report': { zh: '日报还没上报', en: 'Daily report not confirmed' },
  'survey-doors': { zh: '入户摸排还没走到', en: 'Doors not reached in the survey' },
  'due-persons': { zh: '重点人群还没联系', en: 'Key persons not contacted' },
  'undecided-arrivals': { zh: '来返人员还没定观察', en: 'Arrivals without a decision' },
  'unconfirmed-arrivals': { zh: '来源地风险还没核实', en: 'Origins not confirmed' },
  'vacant-grids': { zh: '网格没人负责', en: 'Grids without a worker' },
  'review-marks': { zh: '重点标记到期复核', en: 'Marks to be reviewed' },
  'unconfirmed-colours': { zh: '老人分级还没确认', en: 'Grades of elders not confirmed' },
  'round-doors': { zh: '走访还没走到', en: 'Not reached in the round' },
  'plans-to-renew': { zh: '预案没批或该复核了', en: 'Plans not approved or to be looked at again' },
  'old-measures': { zh: '老办法停了没记日期', en: 'Old measures without the day they ended' },
  'open-complaints': { zh: '投诉还没办结', en: 'Complaints not settled' },
  'waiting-demands': { zh: '要数、任务还没定要不要接', en: 'Demands that nobody has decided' },
  'units-to-visit': { zh: '单位还没走访', en: 'Units not visited' },
  'elder-care-to-visit': { zh: '养老机构今天还没走访', en: 'Elder-care sites not visited today' },
  'posts-without-duty': { zh: '班子成员没写分工', en: 'Posts without a duty' },
  'unsigned-duties': { zh: '责任书还没签', en: 'Duties not signed' },
  'undelivered-notices': { zh: '告知书还没送到', en: 'Notices not delivered' },
  'undelivered-releases': { zh: '解除通知书还没送到', en: 'Notices of release not delivered' },
  'unknown-health': { zh: '接种情况还没摸清', en: 'Vaccination not known' },
}
