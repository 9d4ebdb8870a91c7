import type { Page } from '../shell/page.ts'

const orders = { subject: 'orders', needs: 'orders', words: () => import('./orders/orders.words.ts') } as const

export const pages: readonly Page[] = [
  {
    subject: 'regimes',
    path: '/regimes',
    label: { zh: '应急响应', en: 'Emergency response' },
    area: 'response',
    verb: 'regimes.state',
    words: () => import('./regimes.words.ts'),
    load: () => import('./RegimesPage.tsx'),
  },
  {
    ...orders,
    path: '/orders',
    label: { zh: '管控令', en: 'Control orders' },
    area: 'response',
    order: 20,
    verb: 'regimes.list-orders',
    load: () => import('./orders/OrdersPage.tsx'),
  },
  {
    ...orders,
    path: '/orders/new',
    label: { zh: '起草管控令', en: 'Draft a control order' },
    verb: 'regimes.save-order-draft',
    load: () => import('./orders/form/OrderFormPage.tsx'),
  },
  {
    ...orders,
    path: '/orders/$id',
    label: { zh: '管控令', en: 'Control order' },
    verb: 'regimes.order',
    load: () => import('./orders/OrderPage.tsx'),
  },
]
