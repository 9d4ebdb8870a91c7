/**
 * The subjects of Wangdi in order: a module may import only from modules above it, and events run down.
 * Read from top to bottom this is the story of the system.
 */
export const modules = [
  'places', // division tree, estates, buildings, dwellings, grids
  'people', // residents, households, key-group marks, arrivals, rosters
  'staff', // accounts, roles, duty links
  'kinds', // what is declared once and the rest follows: registers, requests, rounds, documents of every kind
  'documents', // anything with version, approval, signature and review date: policy packs, notices, plans
  'regimes', // risk levels, community classes, responses: the facts that policy asks
  'rounds', // visits and surveys: anything gone round with a denominator and a rhythm
  'health', // vaccination, chronic illness, colour of key persons
  'observation', // orders, readings, assessment
  'requests', // anything asked for that ends in an answer, upward, downward or sideways; kinds are data
  'reports', // figures of the day, frozen and summed upward
  'plan', // the day's plan with its evidence; reads all above
  'rights', // certificates, data rights, retention and destruction
] as const

/** The name of one subject. */
export type Module = (typeof modules)[number]
