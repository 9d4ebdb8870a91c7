import { close, locked, unfold } from '@wangdi/ui/marks/icons.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Link, useRouterState } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Counted } from '../../lists/Counted.tsx'
import { type Area, currentOf, menuOf } from './areas.ts'
import { MenuFoot } from './MenuFoot.tsx'
import type { OpenCount, Page } from '../page.ts'
import { useSaying } from '../say.ts'
import { useSession } from '../session.ts'

/** Moves the focus through what is visible in the menu with the arrows, Home and End. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End']
  if (!keys.includes(event.key)) return
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')]
  const at = entries.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key] ?? 0
  event.preventDefault()
  entries[(to + entries.length) % entries.length]?.focus()
}

/** The main menu: areas, the pages of the opened ones, and at its foot the order that holds emergency functions open. */
export function Menu({
  pages,
  counts,
  onClose,
}: {
  pages: readonly Page[]
  counts: ReadonlyMap<string, OpenCount>
  onClose?: () => void
}) {
  const { t } = useTranslation('shell')
  const session = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const entries = menuOf(pages, session.access)
  const current = currentOf(
    entries.flatMap((entry) => entry.pages),
    path,
  )
  return (
    <nav className="menu" aria-label={t('menu')} onKeyDown={moveFocus}>
      {onClose && (
        <button type="button" className="menu-close" onClick={onClose} aria-label={t('closeMenu')}>
          <Icon of={close} size={20} />
        </button>
      )}
      <ul>
        {entries.map((entry) => (
          <AreaEntry key={entry.area.name} {...entry} current={current} counts={counts} />
        ))}
      </ul>
      <MenuFoot />
    </nav>
  )
}

function AreaEntry({
  area,
  pages,
  current,
  counts,
}: {
  area: Area
  pages: Page[]
  current: string | undefined
  counts: ReadonlyMap<string, OpenCount>
}) {
  const say = useSaying()
  const inside = pages.some((page) => page.path === current)
  const [unfolded, setUnfolded] = useState<boolean>()
  const open = unfolded ?? inside
  const [only] = pages
  if (pages.length === 1 && only && (area.alone || say(only.label) === say(area.label))) {
    return (
      <li className={area.parted ? 'parted' : undefined}>
        <Link
          to={only.path}
          className={inside ? 'menu-area on' : 'menu-area'}
          aria-current={inside ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          <Icon of={area.icon} />
          <span>{say(only.label)}</span>
          <Lock page={only} />
        </Link>
      </li>
    )
  }
  return (
    <li className={area.parted ? 'parted' : undefined}>
      <button
        type="button"
        className={inside ? 'menu-area inside' : 'menu-area'}
        aria-expanded={open}
        onClick={() => setUnfolded(!open)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') setUnfolded(true)
          if (event.key === 'ArrowLeft') setUnfolded(false)
        }}
      >
        <Icon of={area.icon} />
        <span>{say(area.label)}</span>
        {!open && <Inside pages={pages.filter(({ path }) => counts.has(path))} />}
        <Icon of={unfold} size={14} className={open ? 'chevron open' : 'chevron'} />
      </button>
      {open && (
        <ul>
          {pages.map((page) => (
            <li key={page.path} className="menu-entry">
              <Link
                to={page.path}
                className={page.path === current ? 'menu-page on' : 'menu-page'}
                aria-current={page.path === current ? 'page' : undefined}
                activeOptions={{ exact: true }}
              >
                <span>{say(page.label)}</span>
                <Lock page={page} />
              </Link>
              <Open count={counts.get(page.path)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** How many are open behind a page, leading to exactly these; nothing stands for none. */
function Open({ count }: { count: OpenCount | undefined }) {
  const { t } = useTranslation('shell')
  const say = useSaying()
  if (!count) return null
  const { n, unit, of } = count
  const said = t('openItems', { count: n, shown: formatNumber(n), unit: say(unit) })
  return (
    <Counted n={n} of={of} className="menu-count" title={said}>
      <span aria-hidden>{formatNumber(n)}</span>
      <span className="only-read">{said}</span>
    </Counted>
  )
}

/** That pages of a folded area have something open: a mark and no number, since they count different things. */
function Inside({ pages }: { pages: readonly Page[] }) {
  const { t } = useTranslation('shell')
  const say = useSaying()
  if (pages.length === 0) return null
  return (
    <i
      className="menu-open"
      role="img"
      aria-label={t('openInside', { pages: pages.map(({ label }) => say(label)).join(t('comma')) })}
    />
  )
}

/** The lock of a page whose function is closed; the page behind it says why. */
function Lock({ page }: { page: Page }) {
  const { t } = useTranslation('shell')
  const { functions } = useSession()
  if (!page.needs || functions[page.needs]?.open) return null
  return <Icon of={locked} size={14} label={t('locked')} className="menu-lock" />
}
