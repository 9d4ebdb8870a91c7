import { OfflineStrip } from '@wangdi/ui/states/OfflineStrip.tsx'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Expired } from './sign-in/Expired.tsx'
import { Header } from './head/Header.tsx'
import { Leaving } from './leaving/Leaving.tsx'
import { Menu } from './menu/Menu.tsx'
import type { Page, UseCounts } from './page.ts'

/** The frame round every page: head, menu, strip when offline, and the place for the page. */
export function Frame({ pages, useCounts }: { pages: readonly Page[]; useCounts: UseCounts }) {
  const { t } = useTranslation('shell')
  const counts = useCounts()
  const drawer = useRef<HTMLDialogElement>(null)
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [first] = useState(path)
  const [unfolded, setUnfolded] = useState(false)
  useEffect(() => {
    if (unfolded) drawer.current?.showModal()
  }, [unfolded])
  useEffect(() => {
    drawer.current?.close()
    if (path !== first || main.current?.dataset.seen) main.current?.focus({ preventScroll: true })
    if (main.current) main.current.dataset.seen = 'yes'
    main.current?.scrollTo(0, 0)
  }, [path, first])
  if (pages.some((page) => page.bare && page.path === path))
    return (
      <main id="main" className="frame-bare" ref={main} tabIndex={-1}>
        <Outlet />
        <Expired />
      </main>
    )
  return (
    <div className="frame">
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        {t('skip')}
      </a>
      <Header pages={pages} onMenu={() => setUnfolded(true)} />
      <div className="side-menu">
        <Menu pages={pages} counts={counts} />
      </div>
      <dialog
        className="drawer"
        ref={drawer}
        aria-label={t('menu')}
        onClose={() => setUnfolded(false)}
        onClick={(event) => event.target === drawer.current && drawer.current?.close()}
      >
        {unfolded && <Menu pages={pages} counts={counts} onClose={() => drawer.current?.close()} />}
      </dialog>
      <main id="main" className="main" ref={main} tabIndex={-1}>
        <OfflineStrip>{t('offlineStrip')}</OfflineStrip>
        <Outlet />
      </main>
      <Expired />
      <Leaving />
    </div>
  )
}
