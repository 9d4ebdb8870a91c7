import { createElement, lazy } from 'react'
import { joinHousehold } from '../places/household/joined-parts.ts'
import type { Page } from '../shell/page.ts'
import { declared } from '@wangdi/domain/declared.ts'

const words = () => import('./kinds.words.ts')

joinHousehold({ verb: 'kinds.of-door', Part: lazy(() => import('./OfDoor.tsx')) })

// A page each for the list of a kind, under the words of the kind itself, but of those that have a page of their own; and one for those who were given some.
const ofKinds = declared
  .filter(({ page }) => page !== 'own')
  .flatMap((kind, order): Page[] => {
    const at = `/k/${kind.name.replace('.', '/')}`
    return [
      {
        subject: 'kinds',
        path: at,
        label: kind.words,
        area: kind.area,
        order: 10 + order,
        verb: `${kind.name}.see`,
        ...(kind.needs && { needs: kind.needs }),
        words,
        load: async () => {
          if (kind.mechanism === 'register') {
            const { RegisterPage } = await import('./register/RegisterPage.tsx')
            return { default: () => createElement(RegisterPage, { kind }) }
          }
          if (kind.mechanism === 'round') {
            const { RoundPage } = await import('./round/RoundPage.tsx')
            return { default: () => createElement(RoundPage, { kind }) }
          }
          if (kind.mechanism === 'document') {
            const { DocumentPage } = await import('./document/DocumentPage.tsx')
            return { default: () => createElement(DocumentPage, { kind }) }
          }
          const { KindPage } = await import('./KindPage.tsx')
          return { default: () => createElement(KindPage, { kind }) }
        },
      },
      ...(kind.mechanism === 'request' && kind.blind
        ? [
            {
              subject: 'kinds',
              path: `${at}/mine`,
              label: { zh: `派给我的${kind.words.zh}`, en: `${kind.words.en}: given to me` },
              area: 'today' as const,
              order: 30 + order,
              verb: `${kind.name}.mine`,
              words,
              load: async () => {
                const { GivenPage } = await import('./GivenPage.tsx')
                return { default: () => createElement(GivenPage, { kind }) }
              },
            },
          ]
        : []),
    ]
  })

export const pages: readonly Page[] = [
  {
    subject: 'kinds',
    path: '/inbox',
    label: { zh: '等我办的', en: 'Waiting for me' },
    area: 'today',
    order: 20,
    verb: 'kinds.inbox',
    words,
    load: () => import('./inbox/InboxPage.tsx'),
  },
  {
    subject: 'kinds',
    path: '/proposed-errands',
    label: { zh: '居家观察户要办的', en: 'Errands for homes under observation' },
    area: 'today',
    order: 21,
    verb: 'requests.proposed-errands',
    words,
    load: () => import('./proposed/ProposedPage.tsx'),
  },
  ...ofKinds,
]
