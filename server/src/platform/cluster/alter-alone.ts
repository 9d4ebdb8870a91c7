// A cluster takes a change of a table with rows on its nodes only by itself, and no column that brings an unnamed check with it.
// Names that it gives itself are other ones than those of one machine, and no later step would find them.
const head = /^((?:--[^\n]*\n|\s)*alter\s+table\s+(?:only\s+)?)(\w+)(\s+)([\s\S]+)$/i
const parts = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|[(),]/g
const checkOfColumn = /\s(constraint\s+\w+\s+)?check\s*(?=\()/i
const reference = /\s(constraint\s+\w+\s+)?references\s/i

/**
 * The changes of an `alter table` as statements of their own, in their order; the check of a new column comes after it. Both bear
 * the names that PostgreSQL gives. Any other statement comes back as it is.
 */
export function alterAlone(statement: string): string[] {
  const [, before = '', table, between = '', changes] = head.exec(statement) ?? []
  if (table === undefined || changes === undefined) return [statement]
  const alone = splitAtCommas(changes.replaceAll(parts, (part) => (part.startsWith('--') ? '' : part)))
  return alone.flatMap((change) => apart(table, change)).map((change) => before + table + between + change)
}

function splitAtCommas(text: string): string[] {
  const found: string[] = []
  let from = 0
  let depth = 0
  for (const { 0: part, index } of text.matchAll(parts)) {
    depth += part === '(' ? 1 : part === ')' ? -1 : 0
    if (part !== ',' || depth > 0) continue
    found.push(text.slice(from, index).trim())
    from = index + 1
  }
  return [...found, text.slice(from).trim()]
}

function apart(table: string, change: string): string[] {
  const [, column] = /^add\s+column\s+(\w+)/i.exec(change) ?? []
  if (column === undefined) return [change]
  const named = change.replace(reference, (all, name?: string) => (name ? all : ` constraint ${table}_${column}_fkey${all}`))
  const check = checkOfColumn.exec(named)
  if (!check) return [named]
  const end = endOfBracket(named, check.index + check[0].length)
  const name = check[1] ?? `constraint ${table}_${column}_check `
  return [named.slice(0, check.index) + named.slice(end), `add ${name}check ${named.slice(check.index + check[0].length, end)}`]
}

function endOfBracket(text: string, from: number): number {
  let depth = 0
  for (const { 0: part, index } of text.matchAll(parts)) {
    if (index < from) continue
    depth += part === '(' ? 1 : part === ')' ? -1 : 0
    if (part === ')' && depth === 0) return index + 1
  }
  throw new Error(`a bracket is not closed: ${text}`)
}
