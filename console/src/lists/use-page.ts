import { useState } from 'react'

/**
 * The page of a list that is looked at, counted from 0, and how it is turned. `of` is all that the list is asked by, such as its place and
 * what it is narrowed to: with another one it begins at its first page, since the page of another list says nothing here.
 */
export function usePage(...of: readonly unknown[]): [page: number, onPage: (page: number) => void] {
  const asked = JSON.stringify(of)
  const [at, setAt] = useState({ asked, page: 0 })
  if (at.asked !== asked) setAt({ asked, page: 0 })
  return [at.asked === asked ? at.page : 0, (page) => setAt({ asked, page })]
}
