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
