import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Grey rows of the shape of what comes, shown only when it takes longer than 300 ms. */
export function Skeleton({ rows = 5, height = 40, afterMs = 300 }: { rows?: number; height?: number; afterMs?: number }) {
  const { t } = useTranslation('ui')
  const [shown, setShown] = useState(afterMs === 0)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return (
    <div className="w-skeleton" role="status" aria-label={t('loading')} style={{ minHeight: rows * height }}>
      {shown &&
        Array.from({ length: rows }, (_, row) => (
          <i key={row} style={{ height: height - 12, width: `${96 - ((row * 17) % 40)}%` }} />
        ))}
    </div>
  )
}
