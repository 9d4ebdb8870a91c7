import type { Page } from '../shell/page.ts'

export const pages: readonly Page[] = [
  {
    subject: 'picture',
    path: '/buildings',
    label: { zh: '楼栋图', en: 'Buildings' },
    area: 'monitoring',
    order: 20,
    verb: 'plan.building-view',
    words: () => import('./picture/picture.words.ts'),
    load: () => import('./picture/BuildingPage.tsx'),
  },
  {
    subject: 'picture',
    path: '/village',
    label: { zh: '村组图', en: 'Village groups' },
    area: 'monitoring',
    order: 21,
    verb: 'plan.village-view',
    words: () => import('./picture/picture.words.ts'),
    load: () => import('./picture/VillagePage.tsx'),
  },
  {
    subject: 'doors',
    path: '/doors',
    label: { zh: '小区和楼栋', en: 'Estates and buildings' },
    area: 'organisation',
    order: 9,
    verb: 'places.community',
    words: () => import('./doors/doors.words.ts'),
    load: () => import('./doors/DoorsPage.tsx'),
  },
  {
    subject: 'grids',
    path: '/grids',
    label: { zh: '网格', en: 'Grids' },
    area: 'organisation',
    order: 10,
    verb: 'plan.grids',
    words: () => import('./grids/grids.words.ts'),
    load: () => import('./grids/GridsPage.tsx'),
  },
]
