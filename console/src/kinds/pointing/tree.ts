/** A place in a tree of places. */
export interface Branch {
  readonly value: string
  readonly title: string
  readonly children: Branch[]
}

/** Places as a tree, each below the nearest of them that it lies in, in their order; what lies in none of them is a root. */
export function treeOf(places: readonly { readonly code: string; readonly name: string }[]): Branch[] {
  const branches = new Map(places.map(({ code, name }) => [code, { value: code, title: name, children: [] as Branch[] }]))
  const roots: Branch[] = []
  for (const [code, branch] of branches) {
    const above = [9, 6, 4, 2].flatMap((digits) => (digits < code.length ? (branches.get(code.slice(0, digits)) ?? []) : []))[0]
    ;(above?.children ?? roots).push(branch)
  }
  return roots
}
