import pino, { type Logger } from 'pino'

export type Log = Logger

// Lines that wait while they cannot be written, as on a full disk; more are dropped.
const waiting = 1_000_000

/**
 * Logs to standard error as JSON lines: verbs, ids of commands, durations. Never input, reply, query strings or names. Where it
 * cannot be written the server goes on without it.
 */
export function makeLog(level = process.env['WANGDI_LOG'] ?? 'info'): Log {
  const destination = pino.destination({ dest: 2, sync: true, maxLength: waiting })
  destination.on('error', () => {}) // there is no other place where it could be said
  return pino(
    { level, base: undefined, redact: { paths: ['req.headers', 'req.url', 'input', 'reply', 'body'], remove: true } },
    destination,
  )
}
