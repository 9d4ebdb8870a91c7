/** All roles of design section 5 by family, also those that nobody can be given yet: a row for one of them is judged the day it is written. */
export const families = {
  residents: ['resident', 'proxy'],
  partners: ['partner', 'police-liaison'],
  helpers: ['volunteer', 'gate-keeper', 'property-staff', 'building-lead'],
  advisers: ['social-worker', 'psychologist', 'mediator', 'legal-aid'],
  door: ['grid-worker'],
  desk: ['community-worker'],
  reporter: ['information-reporter'],
  director: ['community-director'],
  clinic: ['community-doctor', 'town-health-centre', 'site-staff'],
  street: ['street-officer'],
  civil: ['county-civil-affairs'],
  medical: ['county-health'],
  leader: ['county-leader'],
  above: ['city-officer', 'province-officer'],
  nation: ['nation-officer'],
  editors: ['policy-editor'],
  security: ['security-administrator'],
  system: ['system-administrator'],
  auditors: ['auditor'],
} as const satisfies Record<string, readonly string[]>
export type Family = keyof typeof families

/** The family of a role; undefined for a role that the design does not know. */
export const familyOf = (role: string): Family | undefined =>
  (Object.keys(families) as Family[]).find((family) => (families[family] as readonly string[]).includes(role))
