import { community, county, levels } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may say, confirm and read figures, and who asks communities for them. */
export const reports: Rows = {
  'reports.daily': { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') },
  'reports.four-times': {
    'community-director': 'area',
    'community-doctor': 'area',
    'county-health': 'area',
    'county-leader': 'area',
  },
  'reports.say-line': community('area'),
  'reports.explain-line': community('area'),
  'reports.confirm': { 'community-director': 'area', 'information-reporter': 'area' },
  'reports.correct': { 'community-director': 'area', 'information-reporter': 'area' },
  'reports.roll-up': { ...community('above'), ...levels('figures') },
  'reports.behind': { ...community('area'), 'community-doctor': 'area', 'street-officer': 'area', ...county('area') },
  // what is asked of communities, and what it costs them
  'reports.weigh-demand': levels('figures'),
  'reports.file-demand': levels('figures'),
  'reports.tell-demand': community('figures'),
  'reports.decide-demand': { 'county-civil-affairs': 'figures' },
  'reports.renew-demand': { 'county-civil-affairs': 'figures' },
  'reports.end-demand': levels('above'),
  'reports.demands': { ...community('above'), ...levels('above') },
  'reports.demand': { ...community('above'), ...levels('above') },
  'reports.burden': { ...community('above'), ...levels('above') },
}
