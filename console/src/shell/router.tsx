import { ApiProblem } from '@wangdi/ui/call/send.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Broken, Missing } from './DeadEnds.tsx'
import { Frame } from './Frame.tsx'
import { Gate } from './Gate.tsx'
import type { Page, UseCounts } from './page.ts'
import { type Session, sessionQuery } from './session.ts'

/** Makes the routes of the console: sign-in, and inside the frame one route for each page, its script loaded when it is opened. */
export function routerOf(pages: readonly Page[], client: QueryClient, useCounts: UseCounts) {
  const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: Missing })
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./sign-in/SignInPage.tsx')),
  })
  const frame = createRoute({
    getParentRoute: () => root,
    id: 'frame',
    component: () => <Frame pages={pages} useCounts={useCounts} />,
    errorComponent: Broken,
    beforeLoad: async ({ context, location }) => {
      try {
        const session = await context.client.ensureQueryData(sessionQuery)
        if (session.needs) throw redirect({ to: '/sign-in', search: { to: location.href } as never })
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code.startsWith('session.'))
          throw redirect({ to: '/sign-in', search: { to: location.href } as never })
        throw problem
      }
    },
  })
  const home = createRoute({
    getParentRoute: () => frame,
    path: '/',
    beforeLoad: ({ context }) => {
      const access = context.client.getQueryData<Session>(sessionQuery.queryKey)?.access ?? {}
      const ofToday = pages.filter((page) => page.area === 'today').sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      const mayRead = (page: Page) => page.area !== undefined && page.verb in access
      // Levels begin on their board, those who work in a community on its plan, who has neither, such as an auditor, on the first
      // page there is for them.
      const first = ofToday.find(mayRead) ?? pages.find(mayRead) ?? ofToday[0]
      if (first && first.path !== '/') throw redirect({ to: first.path, replace: true })
    },
  })
  const routes = pages.map((page) => {
    const Loaded = lazyRouteComponent(async () => {
      const [loaded, { words }] = await Promise.all([page.load(), page.words()])
      addWords(page.subject, words)
      return loaded
    })
    return createRoute({
      getParentRoute: () => frame,
      path: page.path,
      loader: () => Loaded.preload?.(),
      staleTime: Number.POSITIVE_INFINITY,
      errorComponent: Broken,
      component: () => (
        <Gate page={page}>
          <Loaded />
        </Gate>
      ),
    })
  })
  const old = pages.flatMap(({ path: to, before = [] }) =>
    before.map(({ path, shows }) => {
      const beforeLoad = ({ search, params }: { search: { show?: string }; params: object }) => {
        const show = shows?.[search.show ?? ''] ?? search.show
        throw redirect({ to, search: { ...params, ...(show !== undefined && { show }) } as never, replace: true })
      }
      return createRoute({ getParentRoute: () => frame, path, beforeLoad })
    }),
  )
  const tree = root.addChildren([signIn, frame.addChildren([home, ...routes, ...old])])
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultNotFoundComponent: Missing,
    scrollRestoration: true,
  })
}
