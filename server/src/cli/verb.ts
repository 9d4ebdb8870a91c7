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

/** Whether words are those of a form such as `test NAME`, where a word in capitals stands for any. */
function hasForm(said: readonly string[], form: string): boolean {
  const wanted = form.split(' ')
  return said.length === wanted.length && wanted.every((word, nth) => word === said[nth] || word === word.toUpperCase())
}

/**
 * Reads the options of a verb and the words after it, which have one of the forms of `takes`, or are none; other words, an
 * option that it does not know, or a needed one left out, are wrong usage.
 */
export function readOptions<const O extends Options>(
  args: readonly string[],
  options: O,
  needed: readonly (keyof O & string)[],
  takes: readonly string[] = [],
) {
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
  const said = read.positionals
  if (takes.length === 0 ? said.length > 0 : !takes.some((form) => hasForm(said, form))) {
    const wrong = said.join(' ')
    throw new WrongUsage(
      [...(takes.length > 0 ? [`say ${takes.join(' or ')}`] : []), ...(wrong ? [`not understood: ${wrong}`] : [])].join('; '),
    )
  }
  for (const name of needed)
    if ((read.values as Record<string, unknown>)[name] === undefined) throw new WrongUsage(`--${name} is missing`)
  return read
}

/** Says how far a long verb is, on standard error. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)
