import type { ReactNode } from 'react'

/** A small label; `tone` colours it, `strong` gives a dark border (必须), `dashed` marks what is no record (演示数据). */
export function Tag({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'strong' | 'dashed' | 'accent' | 'not' | 'due' | 'done' | 'observed'
  children: ReactNode
}) {
  return <span className={`w-tag w-tag-${tone}`}>{children}</span>
}
