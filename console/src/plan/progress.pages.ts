import type { Page } from '../shell/page.ts'

const words = () => import('./progress/progress.words.ts')

/** The boards of street, county and the levels above; they stand before the plan, which is the list of measures. */
export const pages: readonly Page[] = [
  {
    subject: 'progress',
    path: '/progress',
    label: { zh: '各地进展', en: 'Progress' },
    area: 'today',
    order: -20,
    verb: 'plan.progress',
    words,
    load: () => import('./progress/ProgressPage.tsx'),
  },
  {
    subject: 'progress',
    path: '/progress/behind',
    label: { zh: '谁落后，差在哪', en: 'Who is behind' },
    verb: 'plan.progress',
    words,
    load: () => import('./progress/behind/BehindPage.tsx'),
  },
  {
    subject: 'progress',
    path: '/progress/wall',
    label: { zh: '大屏', en: 'Wall screen' },
    area: 'today',
    order: 20,
    verb: 'plan.progress',
    bare: true,
    words,
    load: () => import('./progress/wall/WallPage.tsx'),
  },
]
