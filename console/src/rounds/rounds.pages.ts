import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'rounds',
    path: '/rounds',
    label: { zh: '摸排走访', en: 'Rounds and visits' },
    area: 'monitoring',
    order: 25,
    verb: 'rounds.list',
    words: () => import('./rounds.words.ts'),
    load: () => import('./RoundsPage.tsx'),
  },
  {
    subject: 'units',
    path: '/k/rounds/unit',
    before: [{ path: '/units' }],
    label: { zh: '辖区单位', en: 'Units' },
    area: 'organisation',
    order: 30,
    verb: 'rounds.unit.see',
    words: () => import('./units/units.words.ts'),
    load: async () => {
      const [page, { words }] = await Promise.all([import('./units/UnitsPage.tsx'), import('../kinds/kinds.words.ts')])
      addWords('kinds', words)
      return page
    },
  },
  {
    subject: 'facilities',
    path: '/k/rounds/facility',
    label: facility.words,
    area: 'environment',
    order: 10,
    verb: 'rounds.facility.see',
    words: () => import('./facilities/facilities.words.ts'),
    load: async () => {
      const [page, { words }] = await Promise.all([import('./facilities/FacilitiesPage.tsx'), import('../kinds/kinds.words.ts')])
      addWords('kinds', words)
      return page
    },
  },
  {
    subject: 'inspections',
    path: '/inspections',
    label: { zh: '检查督导', en: 'Inspections' },
    area: 'organisation',
    order: 31,
    verb: 'rounds.inspections',
    words: () => import('./inspections/inspections.words.ts'),
    load: () => import('./inspections/InspectionsPage.tsx'),
  },
]
