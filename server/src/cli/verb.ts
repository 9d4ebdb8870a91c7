import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Words } from '@wangdi/domain/problem.ts'

/** What a verb of the command line answers: the value of --json, and the lines for people. */
export interface Answer {
  readonly value: unknown
  readonly lines: readonly string[]
  /** 1 where what the verb checks does not hold; else the question was answered. */
  readonly exit?: 1
}

/** One verb of the command line: its options as they are typed, what it does, and how. */
export interface Verb {
  readonly usage: string
  readonly words: Words
  run(args: readonly string[]): Promise<Answer>
}

/** The command was typed wrongly: exit code 2, with the usage. */
export class WrongUsage extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads the options of a verb; an option that it does not know, or a needed one left out, is wrong usage. */
export function readOptions<const O extends Options>(args: readonly string[], options: O, needed: readonly (keyof O & string)[]) {
  const read = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: { ...options, json: { type: 'boolean' } } as O,
        allowPositionals: true,
        strict: true,
      })
    } catch (error) {
      throw new WrongUsage(error instanceof Error ? error.message : 'unknown option')
    }
  })()
  for (const name of needed)
    if ((read.values as Record<string, unknown>)[name] === undefined) throw new WrongUsage(`--${name} is missing`)
  return read
}

/** Says how far a long verb is, on standard error. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)
