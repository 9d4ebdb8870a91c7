import { formatNumber } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { rowsSaid } from './Counted.tsx'
import { useListWords } from './list-words.ts'

/** Rows a page has unless the server is asked for another number. */
export const pageSize = 50

/** How many there are and in which order, in words; with more than one page the way to the others. `page` counts from 0. */
export function Pager({
  page,
  total,
  unit,
  order,
  size = pageSize,
  most = Infinity,
  busy = false,
  rows,
  onPage,
}: {
  page: number
  total: number
  /** What is counted, in the word for that many. */
  unit: (count: number) => string
  order: string
  size?: number
  /** What is counted no further: more is said as more. */
  most?: number
  busy?: boolean
  /** The name of the list for figures that open it. */
  rows?: string
  onPage: (page: number) => void
}) {
  const t = useListWords()
  const pages = Math.max(1, Math.ceil(total / size))
  const counted = unit(total)
  const shown = { total: total > most ? `${formatNumber(most)}+` : formatNumber(total), unit: counted, order, size }
  return (
    <nav className="list-pager" {...rowsSaid(rows, total)} aria-label={`${t('pages')}${counted ? ` · ${counted}` : ''}`}>
      <span role="status">{pages > 1 ? t('whole', shown) : t('one', shown)}</span>
      {pages > 1 && (
        <span className="list-pager-steps">
          <Button size="small" disabled={page === 0 || busy} onClick={() => onPage(page - 1)}>
            {t('before')}
          </Button>
          <span>
            {t('page', {
              page: formatNumber(page + 1),
              pages: total > most ? `${formatNumber(most / size)}+` : formatNumber(pages),
            })}
          </span>
          <Button size="small" disabled={page + 1 >= pages || busy} onClick={() => onPage(page + 1)}>
            {t('next')}
          </Button>
        </span>
      )}
    </nav>
  )
}
