interface Fault {
  code?: string
  message?: string
  syscall?: string
  cause?: unknown
}

// The server ends, recovers, takes no more connections, or gave up one of two transactions that waited for each other:
// https://www.postgresql.org/docs/current/errcodes-appendix.html
const states = /^(08...|57P0[123]|53300|40001|40P01)$/
const sockets = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])
// The driver says these without a code.
const words =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/

/** Whether an error, or what caused it, says that the database cannot be reached for the moment: later the same will work. */
export function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code = '', message = '', syscall, cause } = error as Fault
  return (
    states.test(code) || sockets.has(code) || (code === 'ENOENT' && syscall === 'connect') || words.test(message) || isAway(cause)
  )
}

/** After how many seconds it is worth asking again. */
export const awaySeconds = 5
