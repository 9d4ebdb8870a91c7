import '@wangdi/ui/tokens/tokens.css'
import '@wangdi/ui/tokens/parts.css'
import './shell/shell.css'
import './lists/lists.css'
import './shell/head/head.css'
import './shell/menu/menu.css'
import './shell/sign-in/sign-in.css'
import { addWords, findLanguage, startWords } from '@wangdi/ui/words/words.ts'
import { words as uiWords } from '@wangdi/ui/words/ui.words.ts'
import { ApiProblem } from '@wangdi/ui/call/send.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { pages } from './pages.ts'
import { useOpenCounts } from './plan/open-counts.ts'
import { routerOf } from './shell/router.tsx'
import { words as shellWords } from './shell/shell.words.ts'
import { isSignedOut, setExpired } from './shell/sign-in/expiry.ts'
import { theme } from './theme.ts'

// A press beside a form throws away nothing that was typed in it: it closes by its own buttons.
const formsStay = { mask: { closable: false } }

startWords(findLanguage())
addWords('ui', uiWords)
addWords('shell', shellWords)

const onError = (problem: unknown) => {
  if (isSignedOut(problem)) setExpired(true)
}
const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (problem, query) => (query.queryKey[0] !== 'session.read' || query.state.data !== undefined) && onError(problem),
  }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      retry: (failures, problem) =>
        failures < 2 && problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 500),
    },
    mutations: { networkMode: 'always' },
  },
})
const router = routerOf(pages, client, useOpenCounts)

function Console() {
  const language = useLanguage()
  return (
    <ConfigProvider theme={theme} locale={language === 'en' ? en : zh} button={{ autoInsertSpace: false }} modal={formsStay}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}

const place = document.getElementById('root')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  )
}
