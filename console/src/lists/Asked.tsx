import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Skeleton } from '@wangdi/ui/states/Skeleton.tsx'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useListWords } from './list-words.ts'

/** What of an answer these parts need; the answer of useQuery fits. */
interface Answer<D> {
  readonly data: D | undefined
  readonly error: unknown
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

/** Shows what was asked for: grey rows while nothing is there, one line when it failed, and what it had stays. */
export function Asked<D>({
  answer,
  rows = 6,
  height = 40,
  children,
}: {
  answer: Answer<D>
  rows?: number
  height?: number
  children: (data: D) => ReactNode
}) {
  const t = useListWords()
  const { data, error, isFetching, refetch } = answer
  return (
    <>
      {error ? (
        <div className="list-error">
          <ErrorLine
            problem={error}
            action={
              <Button size="small" loading={isFetching} onClick={() => void refetch()}>
                {t('again')}
              </Button>
            }
          />
        </div>
      ) : null}
      {data !== undefined ? children(data) : !error && <Skeleton rows={rows} height={height} />}
    </>
  )
}
