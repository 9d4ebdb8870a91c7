import type { EvidenceName, Words } from './vocabulary.ts'

/** The five lines along which the work of a community is followed (民发〔2020〕13号). */
export const lines = {
  monitoring: { zh: '疫情监测', en: 'Monitoring' },
  reporting: { zh: '信息报送', en: 'Reporting' },
  publicity: { zh: '宣传教育', en: 'Publicity' },
  environment: { zh: '环境整治', en: 'Environment' },
  help: { zh: '困难帮扶', en: 'Help' },
} as const satisfies Record<string, Words>
export type Line = keyof typeof lines

// A record belongs to a line by its name, or else by its subject, the part before the dot.
const lineOfRecord: Readonly<Partial<Record<string, Line>>> = {
  people: 'monitoring',
  observation: 'monitoring',
  cases: 'monitoring',
  gates: 'monitoring',
  health: 'monitoring',
  'visits.survey': 'monitoring',
  report: 'reporting',
  'requests.problems': 'reporting',
  'requests.demands': 'reporting',
  notices: 'publicity',
  'requests.questions': 'publicity',
  'gatherings.meetings': 'publicity',
  'gatherings.events': 'publicity',
  'visits.disinfection': 'environment',
  'visits.patrols': 'environment',
  'cases.waste': 'environment',
  'visits.care': 'help',
  'visits.elders': 'help',
  'visits.door-knock': 'help',
  'visits.elder-care': 'help',
  requests: 'help',
  supplies: 'help',
  slots: 'help',
  'health.vaccination': 'help',
}
const lineOfName = (name: EvidenceName) => lineOfRecord[name] ?? lineOfRecord[name.split('.')[0] ?? '']

/** The line that a measure belongs to, by the records that prove it; null for what only organises the work. */
export function lineOf({ evidence }: { evidence: readonly EvidenceName[] }): Line | null {
  for (const name of evidence) {
    const line = lineOfName(name)
    if (line) return line
  }
  return null
}
