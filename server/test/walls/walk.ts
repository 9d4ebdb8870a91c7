// Walks the catalogue: in every table behind row security a row is made for every spot by the owner, then each command is really tried
// from each scope under the role of the server, and what it reached is compared with what the table's family says.
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { listTableHomes } from '../../src/platform/cluster/catalogue.ts'
import { families } from './families.ts'
import type { Command, Family, Said, Spot } from './family.ts'
import { type Named, spots } from './scopes.ts'

interface Column {
  readonly name: string
  readonly type: string
  readonly filled: boolean
  readonly free: boolean
  readonly open: boolean
}
interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** On a cluster, the column by which rows are laid out: its value never changes there. */
  readonly laidOutBy?: string | undefined
}
type Kind = Table & { readonly family: Family }

const values = async <T>(client: pg.Client, query: string) =>
  (await client.query<{ value: T }>(query)).rows.map(({ value }) => value)

/** Tables, views and the like that the walk cannot judge: without row security, without a family, or named and not there. */
export async function faultsOfCatalogue(owner: pg.Client): Promise<string[]> {
  const open = ['installation', 'kysely_migration', 'kysely_migration_lock', 'place']
  const found = await owner.query<{ name: string; kind: string; secured: boolean; forced: boolean }>(
    `select relname as name, relkind as kind, relrowsecurity as secured from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
        and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`,
  )
  const known = new Set([...Object.keys(families), ...open])
  const there = new Set(found.rows.map(({ name }) => name))
  return [
    ...found.rows.flatMap(({ name, kind, secured }) => {
      if (kind !== 'r') return [`${name}: neither table nor wall`]
      if (!known.has(name)) return [`${name}: no family`]
      return secured || open.includes(name) ? [] : [`${name}: no row security`]
    }),
    ...[...known].filter((name) => !there.has(name)).map((name) => `${name}: no such table`),
  ]
}

async function listTables(owner: pg.Client, only: readonly string[]): Promise<Kind[]> {
  const tables = await values<Table>(
    owner,
    `select json_build_object('name', c.relname, 'columns', (select json_agg(json_build_object('name', a.attname,
        'type', format_type(a.atttypid, null), 'filled', a.attnotnull and not a.atthasdef,
        'open', has_column_privilege('wangdi_server', c.oid, a.attnum, 'update'), 'free', not exists (select from pg_index i where i.indrelid = c.oid and a.attnum = any (i.indkey))) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''))
        as value from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity`,
  )
  const [clustered = false] = await values<boolean>(owner, `select true as value from pg_extension where extname = 'citus'`)
  const homes = clustered ? await listTableHomes(owner, true) : []
  const columns = new Map(homes.map(({ table, column }) => [table, column ?? undefined]))
  return tables.flatMap((table) => {
    const kinds = families[table.name]
    if (!kinds || (only.length > 0 && !only.includes(table.name))) return []
    return [kinds].flat().map((family) => ({ ...table, family, laidOutBy: columns.get(table.name) }))
  })
}

/** Takes out of a database of its own what is not tried here: what columns may hold, and triggers, relations between rows with them. */
export async function strip(owner: pg.Client): Promise<void> {
  // By way of the tables that are shown: on a cluster the parts of a table have constraints too, which go with those of the table.
  const statements = await values<string>(
    owner,
    `select format('alter table %I drop constraint %I', relname, conname) as value from pg_constraint join pg_class on pg_class.oid = conrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and contype = 'c'
    union all select format('alter table %I disable trigger all', relname) from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  for (const statement of statements) await owner.query(statement)
}

// As texts of their own, not as functions: what changes many rows at once may call none on a cluster.
const daysAgo = (most: number) => new Date(Date.now() - randomInt(most) * 86_400_000).toISOString()
const makers: readonly [RegExp, () => string][] = [
  [/\[\]$/, () => '{}'],
  [/^uuid/, randomUUID],
  [/^(text|character)/, () => randomBytes(16).toString('hex')],
  [/^numeric/, () => '40'],
  [/^(integer|smallint|bigint)/, () => String(randomInt(30_000))],
  [/^date/, () => daysAgo(30_000).slice(0, 10)],
  [/^timestamp/, () => daysAgo(300)],
  [/^jsonb?/, () => '{}'],
  [/^boolean/, () => 'false'],
  [/^bytea/, () => ''],
]
function made(type: string): string {
  const maker = makers.find(([pattern]) => pattern.test(type))?.[1]
  if (!maker) throw new Error(`how is a ${type} made?`)
  return literal(maker())
}

const literal = (value: unknown): string =>
  Array.isArray(value) ? `array[${value.map(literal).join(', ')}]::text[]` : `'${String(value).replaceAll("'", "''")}'`
const settings = (spot: Readonly<Record<string, unknown>>) =>
  Object.entries(spot).map(([name, value]) => `${name} = ${literal(value)}`)

function insertOf({ name, columns, family }: Kind, spot: Spot): string {
  const at = { ...family.fill, ...family.at(spot) }
  const filled = columns.filter((column) => column.filled || column.name in at)
  const each = filled.map((column) => (column.name in at ? literal(at[column.name]) : made(column.type)))
  const into = `insert into ${name} (${filled.map((column) => column.name).join(', ')})`
  return filled.length === 0 ? `insert into ${name} default values` : `${into} values (${each.join(', ')})`
}

/** The spots that differ in the columns of a family. */
function spotsOf({ family }: Kind): Spot[] {
  const kinds = new Map(spots.map((spot) => [keyOf(family, spot), spot]))
  return [...new Map([...kinds].map(([key, spot]) => [key, spot])).values()]
}
const keyOf = (family: Family, spot: Spot) => `[${Object.values(family.at(spot)).flat().join()}]`

// What a cluster lays rows out by stays as it is: there a row is moved within its county.
function columnsOf({ family, laidOutBy }: Kind): { columnsAt: string[]; movable: string[] } {
  const columnsAt = Object.keys(family.at({ county: '', place: '' }))
  return { columnsAt, movable: columnsAt.filter((column) => column !== laidOutBy) }
}

/** Whether no column on which the wall of a table stands can be changed, by its family or because a cluster lays its rows out by it. */
export async function isFixed(owner: pg.Client, table: string): Promise<boolean> {
  return (await listTables(owner, [table])).some((kind) => {
    const { columnsAt, movable } = columnsOf(kind)
    return kind.family.fixed || (columnsAt.length > 0 && movable.length === 0)
  })
}

interface Trial {
  readonly what: string
  readonly statement: string
  /** What comes back when the wall is as it should be: `refused`, or what was reached. */
  readonly due: string
}

const refused = 'refused'
const listed = (keys: readonly string[]) => `reached ${[...keys].sort().join(' ')}`

function trialsOf(kind: Kind, said: Said): Trial[] {
  const { family, name, columns } = kind
  const all = spotsOf(kind)
  const { columnsAt, movable } = columnsOf(kind)
  const reachable = movable.length < columnsAt.length ? all.filter(({ county }) => county === said.county) : all
  const keyed = columnsAt.length === 0 ? `'[]'` : `'[' || translate(concat_ws(',', ${columnsAt.join(', ')}), '{}"', '') || ']'`
  const keysOf = (from: string) => `select array_agg(distinct key collate "C" order by key collate "C") from ${from}`
  // The key is put together of what came back: a cluster takes no function in the returning of what it hands on.
  const back = columnsAt.length === 0 ? 'true as touched' : columnsAt.join(', ')
  const returning = (statement: string) =>
    `with touched as (${statement} returning ${back}) ${keysOf(`(select ${keyed} as key from touched) seen`)}`
  const read = all.filter((spot) => family.reads(said, spot))
  const written = all.filter((spot) => family.writes(said, spot))
  const both = read.filter((spot) => written.includes(spot))
  const { makes = family.writes, removes = family.writes } = family
  const gone = all.filter((spot) => removes(said, spot))
  const may = (command: Command) => family.commands.includes(command)
  const keys = (rows: readonly Spot[]) => listed(rows.map((spot) => keyOf(family, spot)))
  const first = (columns.find(({ open }) => open) ?? columns[0])?.name ?? ''
  const free = columns.find(
    (column) =>
      column.free && (column.open || !may('update')) && !columnsAt.includes(column.name) && !(column.name in (family.fill ?? {})),
  )
  const count = (rows: readonly Spot[]) => `reached ${rows.length}`
  const mine = family.fill && Object.keys(family.fill).length > 0 ? ` where ${settings(family.fill).join(' and ')}` : ''
  const counted = (statement: string) => `count: ${statement}`
  return [
    {
      what: 'select',
      statement: keysOf(`(select ${keyed} as key from ${name}${mine}) seen`),
      due: may('select') ? keys(read) : refused,
    },
    ...all.map((spot) => ({
      what: `insert ${keyOf(family, spot)}`,
      statement: counted(insertOf(kind, spot)),
      due: may('insert') && makes(said, spot) ? 'reached 1' : refused,
    })),
    {
      what: 'update',
      statement: returning(`update ${name} set ${first} = ${first}${mine}`),
      due: may('update') ? keys(both) : refused,
    },
    {
      what: 'delete',
      statement: returning(`delete from ${name}${mine}`),
      due: may('delete') ? keys(read.filter((spot) => gone.includes(spot))) : refused,
    },
    ...(mine === ''
      ? [
          // Without a word about any column, reading is not judged: only the policy of the command stands in the way.
          { what: 'delete blindly', statement: counted(`delete from ${name}`), due: may('delete') ? count(gone) : refused },
          ...(free
            ? [
                {
                  what: 'update blindly',
                  statement: counted(`update ${name} set ${free.name} = ${made(free.type)}`),
                  due: may('update') ? count(written) : refused,
                },
              ]
            : []),
        ]
      : []),
    ...blindlyOver(kind, said),
    // Said of all rows at once and of no column: reading is not judged, only where rows may be moved to.
    ...(written.length > 0 && movable.length > 0
      ? (may('update') ? reachable : reachable.slice(0, 1)).map((spot) => ({
          what: `move to ${keyOf(family, spot)}`,
          statement: `moved: update ${name} set ${settings(Object.fromEntries(movable.map((column) => [column, family.at(spot)[column]]))).join(', ')}`,
          due: may('update') && !family.fixed && family.writes(said, spot) ? 'through' : refused,
        }))
      : []),
  ]
}

// The same over all families of a table, where none of them is the only one: a policy that lets more be changed than is shown.
function blindlyOver({ family, name, columns, ...table }: Kind, said: Said): Trial[] {
  if (!family.blindly) return []
  const all = [families[name] ?? []].flat()
  const named = new Set(all.flatMap((one) => [...Object.keys(one.at({ county: '', place: '' })), ...Object.keys(one.fill ?? {})]))
  const free = columns.find((column) => column.free && column.open && !named.has(column.name))
  if (!free) throw new Error(`${name}: no column to change blindly`)
  const written = all.flatMap((one) => spotsOf({ ...table, name, columns, family: one }).filter((spot) => one.writes(said, spot)))
  const statement = `count: update ${name} set ${free.name} = ${made(free.type)}`
  return [{ what: 'update blindly', statement, due: `reached ${written.length}` }]
}

// Everything is tried in one round trip a scope; each trial is taken back by the exception that carries what it reached.
const tryAll = (trials: readonly Trial[]) => `do $do$ declare
  outcomes text[] := '{}'; statements text[] := array[${trials.map(({ statement }) => literal(statement)).join(',\n')}];
  one text; keys text[]; n bigint;
begin
  foreach one in array statements loop
    begin
      if one like 'moved: %' then
        execute substr(one, 8);
        raise exception using errcode = 'WALLS', message = 'through';
      elsif one like 'count: %' then
        execute substr(one, 8); get diagnostics n = row_count;
        raise exception using errcode = 'WALLS', message = 'reached ' || n;
      else
        execute one into keys;
        raise exception using errcode = 'WALLS', message = 'reached ' || coalesce(array_to_string(keys, ' '), '');
      end if;
    exception when others then
      outcomes := outcomes || case sqlstate when 'WALLS' then sqlerrm when '42501' then 'refused' when '23505' then case when one like 'moved: %' then 'through' else 'reached 1' end else sqlstate || ' ' || sqlerrm end;
    end;
  end loop;
  perform set_config('walls.outcomes', to_json(outcomes)::text, true);
end $do$`

// To each node of a cluster, so that what is tried of one table does not stand in the way of the next. On one machine it means nothing.
const oneConnection = `set local citus.multi_shard_modify_mode = 'sequential'`
const inScope = (said: Said) =>
  (['county', 'area', 'place', 'health', 'given', 'account'] as const).flatMap((name) =>
    said[name] === undefined ? [] : [`set local wangdi.${name} = ${literal(said[name])}`],
  )

/** Makes the rows of all tables; once, before the walk. */
export async function fill(owner: pg.Client): Promise<void> {
  for (const kind of await listTables(owner, [])) for (const spot of spotsOf(kind)) await owner.query(insertOf(kind, spot))
}

/** What differs between the walls and what the families say of them; `only` walks some tables. */
export async function walk(
  owner: pg.Client,
  server: pg.Client,
  scopes: readonly Named[],
  only: readonly string[] = [],
): Promise<string[]> {
  const faults = only.length > 0 ? [] : await faultsOfCatalogue(owner)
  const kinds = await listTables(owner, only)
  for (const { name, ...said } of scopes) {
    const trials = kinds.flatMap((kind) => trialsOf(kind, said).map((trial) => ({ ...trial, table: kind.name })))
    for (const one of ['begin', oneConnection, ...inScope(said)]) await server.query(one)
    await server.query(tryAll(trials))
    const { rows } = await server.query<{ outcomes: string }>(`select current_setting('walls.outcomes') as outcomes`)
    await server.query('rollback')
    const outcomes = JSON.parse(rows[0]?.outcomes ?? '[]') as string[]
    for (const [nth, { table, what, due }] of trials.entries()) {
      const outcome = outcomes[nth] ?? 'nothing'
      if (outcome.trim() !== due.trim()) faults.push(`${table}: ${what} from ${name}: ${outcome}; due: ${due}`)
    }
  }
  return faults
}
