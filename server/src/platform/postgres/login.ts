import pg from 'pg'

const attempts = 20
const alreadyMade = new Set(['42710', '23505'])
// Two servers of one cluster that change the same role at once: PostgreSQL refuses the second ("tuple concurrently updated").
const collided = 'XX000'

/**
 * Makes a database login that owns nothing and cannot bypass row security, and gives the URL under it. Its password is set
 * only when it does not open the door yet, so that servers which share a cluster do not change it under each other.
 */
export async function makeLogin(ownerUrl: string, role: string, password: string, memberOf?: string): Promise<string> {
  const url = withUser(ownerUrl, role, password)
  if (await opens(url)) return url
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const name = client.escapeIdentifier(role)
    const member = memberOf ? ` in role ${client.escapeIdentifier(memberOf)}` : ''
    await again(() => client.query(`create role ${name} login nobypassrls${member}`))
    await again(() => client.query(`alter role ${name} password ${client.escapeLiteral(password)}`))
  } finally {
    await client.end()
  }
  return url
}

/**
 * Takes from everybody the right to make temporary tables, which every new database gives away: they stand before tables of the
 * same name. Where the owner of our tables does not own the database, its administrator does it; `mayMakeTables` tells.
 */
export async function closeToPublic(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ database: string; open: boolean }>(
      `select current_database() as database, has_database_privilege('wangdi_app', current_database(), 'temporary') as open
        from pg_database where datname = current_database() and pg_has_role(datdba, 'usage')`,
    )
    const [{ database, open } = { database: '', open: false }] = rows
    if (open)
      await again(() => client.query(`revoke temporary, create on database ${client.escapeIdentifier(database)} from public`))
  } finally {
    await client.end()
  }
}

/** Whether a login may make tables in its database, if only temporary ones: then nothing but the search path keeps it from shadowing ours. */
export async function mayMakeTables(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ may: boolean }>(
      `select has_database_privilege(current_database(), 'temporary') or has_database_privilege(current_database(), 'create')
        or has_schema_privilege('public', 'create') as may`,
    )
    return rows[0]?.may ?? false
  } finally {
    await client.end()
  }
}

async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function again(run: () => Promise<unknown>): Promise<void> {
  for (let left = attempts; ; left--) {
    try {
      return void (await run())
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (alreadyMade.has(code)) return
      if (code !== collided || left === 0) throw error
    }
  }
}

/** The same database under another user. */
export function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  return changed.href
}
