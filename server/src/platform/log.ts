import pino, { type Logger } from 'pino'

export type Log = Logger

/** Logs to standard error as JSON lines: verbs, ids of commands, durations. Never input, reply, query strings or names. */
export const makeLog = (level = process.env['WANGDI_LOG'] ?? 'info'): Log =>
  pino(
    { level, base: undefined, redact: { paths: ['req.headers', 'req.url', 'input', 'reply', 'body'], remove: true } },
    pino.destination(2),
  )
