import type { FastifyInstance } from 'fastify'
import fastJson from 'fast-json-stringify'
import { coercing, strict } from './schemas.ts'

/**
 * Makes what judges and writes the contracts of all verbs when each is first used: a server that has just started has used
 * none, and making all at once was a third of its start. The problems, which every verb may answer, are made once.
 */
export function compileWhenUsed(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) => {
    let judge: ReturnType<typeof strict.compile> | undefined
    const fits = (value: unknown): boolean => {
      judge ??= (httpPart === 'body' ? strict : coercing).compile(schema as object)
      // None of our schemas is judged asynchronously.
      const does = judge(value) as boolean
      fits.errors = judge.errors
      return does
    }
    fits.errors = undefined as typeof strict.errors | undefined
    return fits
  })
  const written = new WeakMap<object, (value: unknown) => string>()
  app.setSerializerCompiler(({ schema }) => (value) => {
    const known = written.get(schema as object)
    if (known) return known(value)
    const write = fastJson(schema as Parameters<typeof fastJson>[0]) as (value: unknown) => string
    written.set(schema as object, write)
    return write(value)
  })
}
