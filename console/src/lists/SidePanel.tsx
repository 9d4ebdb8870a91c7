import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { close } from '@wangdi/ui/marks/icons.ts'
import { type ReactNode, useEffect, useRef } from 'react'
import { useListWords } from './list-words.ts'

/**
 * What was opened from a list: beside it on wide screens, over the page on narrow ones. Escape closes it and the focus
 * goes back to where it was.
 */
export function SidePanel({
  title,
  mark,
  label,
  onClose,
  children,
}: {
  title: ReactNode
  mark?: ReactNode
  label: string
  onClose: () => void
  children: ReactNode
}) {
  const t = useListWords()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <aside
      className="card list-panel"
      aria-label={label}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        const inside = event.target instanceof HTMLElement && event.target.closest('[role="dialog"], .ant-select-open')
        if (event.key === 'Escape' && !inside) onClose()
      }}
    >
      <div className="list-panel-head">
        <h2>{title}</h2>
        {mark}
        <button type="button" className="list-close" onClick={onClose} aria-label={t('close')}>
          <Icon of={close} />
        </button>
      </div>
      {children}
    </aside>
  )
}

/** One part of a panel, with a small heading and what stands at its end. */
export function PanelPart({ title, end, children }: { title?: ReactNode; end?: ReactNode; children: ReactNode }) {
  return (
    <section className="list-part">
      {title !== undefined && (
        <h3>
          {title}
          {end !== undefined && <span className="end">{end}</span>}
        </h3>
      )}
      {children}
    </section>
  )
}
