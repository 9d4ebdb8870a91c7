// One SQL statement as the check sees it: its levels (a select, insert, update or delete with the tables it names itself),
// read by PostgreSQL's own parser.
import { parse } from 'libpg-query'

/** A table that a level names, under its alias. */
export interface Named {
  readonly table: string
  readonly alias: string
}

/** What an insert says for each column, row by row: `$` for a parameter, `alias.column` for a column, else empty. */
export interface Into {
  readonly table: string
  readonly values: ReadonlyMap<string, readonly string[]>
  /** Functions called in what changes a row that was there already. */
  readonly callsInConflict: ReadonlySet<string>
  /** The level its rows come from; none where they stand in the text. */
  readonly from: Level | undefined
}

/** What stands on one level of a statement, without the levels inside it. */
export interface Level {
  readonly tables: readonly Named[]
  /** Tables of the levels around it that are asked row by row: it is reckoned anew for each of their rows. */
  readonly around: readonly Named[]
  readonly into: Into | undefined
  /** `alias.column` of what is compared with a parameter by `=` in every row; the alias is empty where none is said. */
  readonly pinned: ReadonlySet<string>
  /** Functions called anywhere in the level, and those that stand in FROM. */
  readonly calls: ReadonlySet<string>
  /** Those among them that stand in a case or coalesce. */
  readonly callsInCases: ReadonlySet<string>
  readonly functionsInFrom: readonly string[]
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const partsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isNode(value) ? Object.values(value) : [])
const textOf = (name: unknown) => ((name as Node)?.['String'] as { sval?: string } | undefined)?.sval ?? ''
const kinds = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt'] as const

/** The levels of a text of SQL, and how many statements stand in it. Throws when it is no SQL. */
export async function levelsOf(text: string): Promise<{ statements: number; levels: Level[] }> {
  const { stmts = [] } = (await parse(text)) as { stmts?: unknown[] }
  const levels: Level[] = []
  for (const statement of stmts) visit(statement, new Set(), [], levels)
  return { statements: stmts.length, levels }
}

// Names of CTEs are no tables on their level and on all inside it.
function visit(value: unknown, hidden: ReadonlySet<string>, around: readonly Named[], levels: Level[]): void {
  if (isNode(value) && !Array.isArray(value))
    for (const kind of kinds) {
      const statement = value[kind]
      if (!isNode(statement)) continue
      const inner = new Set([...hidden, ...cteNames(statement)])
      const level = levelOf(kind, statement, inner)
      levels.push({ ...level, around: askedAround(statement, level.tables, around) })
      // The two arms of a union stand bare in the tree.
      for (const [name, part] of Object.entries(statement))
        visit(name === 'larg' || name === 'rarg' ? { SelectStmt: part } : part, inner, [...level.tables, ...around], levels)
      return
    }
  for (const part of partsOf(value)) visit(part, hidden, around, levels)
}

// Those tables around a level that its columns name, unless a table of its own bears the alias.
function askedAround(statement: Node, own: readonly Named[], around: readonly Named[]): Named[] {
  const named = new Set<string>()
  collectAliases({ ...statement, larg: undefined, rarg: undefined }, named)
  for (const { alias } of own) named.delete(alias)
  return around.filter(({ alias }, nth) => named.has(alias) && around.findIndex((other) => other.alias === alias) === nth)
}

function collectAliases(value: unknown, named: Set<string>): void {
  const column = isNode(value) ? columnOf(value) : undefined
  if (column) named.add(column.split('.')[0] ?? '')
  for (const [name, part] of Object.entries(isNode(value) ? value : {}))
    if (!kinds.includes(name as (typeof kinds)[number]) && name !== 'withClause') collectAliases(part, named)
}

function cteNames(statement: Node): string[] {
  const { ctes = [] } = (statement['withClause'] ?? {}) as { ctes?: { CommonTableExpr?: { ctename?: string } }[] }
  return ctes.map(({ CommonTableExpr }) => CommonTableExpr?.ctename ?? '')
}

function levelOf(kind: string, statement: Node, hidden: ReadonlySet<string>): Level {
  const tables: Named[] = []
  const pinned = new Set<string>()
  const calls = new Set<string>()
  const callsInCases = new Set<string>()
  const functionsInFrom: string[] = []
  const from = [...partsOf(statement['fromClause']), ...partsOf(statement['usingClause'])]
  const addTable = (range: Node) => {
    const table = String(range['relname'])
    if (!hidden.has(table) || range['schemaname']) tables.push({ table, alias: aliasOf(range) ?? table })
  }
  const addFrom = (item: unknown): void => {
    if (!isNode(item)) return
    if (isNode(item['RangeVar'])) addTable(item['RangeVar'])
    if (isNode(item['RangeFunction'])) collectCalls(item['RangeFunction'], (name) => functionsInFrom.push(name))
    const join = item['JoinExpr']
    if (isNode(join)) {
      addFrom(join['larg'])
      addFrom(join['rarg'])
      addPins(join['quals'], pinned)
    }
  }
  from.forEach(addFrom)
  if ((kind === 'UpdateStmt' || kind === 'DeleteStmt') && isNode(statement['relation'])) addTable(statement['relation'])
  addPins(statement['whereClause'], pinned)
  collectCalls({ ...statement, withClause: undefined, larg: undefined, rarg: undefined }, (name, inCase) => {
    calls.add(name)
    if (inCase) callsInCases.add(name)
  })
  return {
    tables,
    around: [],
    into: kind === 'InsertStmt' ? insertOf(statement, hidden) : undefined,
    pinned,
    calls,
    callsInCases,
    functionsInFrom,
  }
}

const aliasOf = (range: Node) => (range['alias'] as { aliasname?: string } | undefined)?.aliasname

// Only what must hold for every row counts: parts joined by AND, not what stands behind OR or NOT.
function addPins(condition: unknown, pinned: Set<string>): void {
  if (!isNode(condition)) return
  const bool = condition['BoolExpr'] as { boolop?: string; args?: unknown[] } | undefined
  if (bool?.boolop === 'AND_EXPR') for (const part of bool.args ?? []) addPins(part, pinned)
  const compared = condition['A_Expr'] as { kind?: string; name?: unknown[]; lexpr?: unknown; rexpr?: unknown } | undefined
  if (compared?.kind !== 'AEXPR_OP' || textOf(compared.name?.[0]) !== '=') return
  for (const [one, other] of [
    [compared.lexpr, compared.rexpr],
    [compared.rexpr, compared.lexpr],
  ])
    if (isParameter(other)) {
      const column = columnOf(one)
      if (column) pinned.add(column)
    }
}

function isParameter(value: unknown): boolean {
  if (!isNode(value)) return false
  const cast = value['TypeCast'] as { arg?: unknown } | undefined
  return 'ParamRef' in value || (cast !== undefined && isParameter(cast.arg))
}

function columnOf(value: unknown): string | undefined {
  const fields = (isNode(value) ? (value['ColumnRef'] as { fields?: unknown[] } | undefined) : undefined)?.fields?.map(textOf)
  if (!fields || fields.includes('')) return undefined
  return fields.length === 1 ? `.${fields[0]}` : fields.slice(-2).join('.')
}

function insertOf(statement: Node, hidden: ReadonlySet<string>): Into {
  const columns = partsOf(statement['cols']).map((column) => String(((column as Node)['ResTarget'] as Node)['name']))
  const select = (statement['selectStmt'] as { SelectStmt?: Node } | undefined)?.SelectStmt
  const lists = partsOf(select?.['valuesLists']).map((row) => partsOf(((row as Node)['List'] as Node)['items']))
  const rows =
    lists.length > 0
      ? lists
      : [partsOf(select?.['targetList']).map((target) => ((target as Node)['ResTarget'] as Node | undefined)?.['val'])]
  const callsInConflict = new Set<string>()
  collectCalls(statement['onConflictClause'], (name) => callsInConflict.add(name))
  const saidBy = (value: unknown) => (isParameter(value) ? '$' : (columnOf(value) ?? ''))
  return {
    table: String((statement['relation'] as Node)['relname']),
    callsInConflict,
    values: new Map(columns.map((column, at) => [column, rows.map((row) => saidBy(row[at]))])),
    from: select && lists.length === 0 ? levelOf('SelectStmt', select, hidden) : undefined,
  }
}

// Calls of the level itself: what an inner level calls is judged there.
function collectCalls(value: unknown, add: (name: string, inCase: boolean) => void, inCase = false): void {
  if (isNode(value) && isNode(value['FuncCall'])) add(textOf(partsOf(value['FuncCall']['funcname']).at(-1)), inCase)
  for (const [name, part] of Object.entries(isNode(value) ? value : {}))
    if (!kinds.includes(name as (typeof kinds)[number]))
      collectCalls(part, add, inCase || name === 'CaseExpr' || name === 'CoalesceExpr')
}
