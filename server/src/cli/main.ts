// The command line: one verb a file. With --json standard output is exactly one line; all else goes to standard error.
import { Problem } from '@wangdi/domain/problem.ts'
import { say, type Verb, WrongUsage } from './verb.ts'

// Loaded when asked for, so that verbs without a database start at once.
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  demo: async () => (await import('./demo.ts')).demoVerb,
  import: async () => (await import('./import.ts')).importVerb,
  plan: async () => (await import('./plan.ts')).planVerb,
  term: async () => (await import('./term.ts')).termVerb,
  controls: async () => (await import('./controls.ts')).controlsVerb,
  pack: async () => (await import('./pack.ts')).packVerb,
  user: async () => (await import('./user.ts')).userVerb,
  check: async () => (await import('./check/check.ts')).checkVerb,
  cluster: async () => (await import('./cluster/cluster.ts')).clusterVerb,
}

async function help(): Promise<{ usage: string; zh: string; en: string }[]> {
  const all = await Promise.all(Object.values(verbs).map((load) => load()))
  return all.map(({ usage, words }) => ({ usage, ...words })).sort((a, b) => a.usage.localeCompare(b.usage))
}

function print(json: boolean, value: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''))
}

async function run(): Promise<number> {
  const [name = 'help', ...args] = process.argv.slice(2)
  const json = args.includes('--json')
  if (['help', '--help', '-h'].includes(name)) {
    const known = await help()
    print(
      json,
      { verbs: known },
      known.flatMap(({ usage, zh, en }) => [`wangdi ${usage}`, `    ${zh} · ${en}`]),
    )
    return 0
  }
  const verb = await verbs[name]?.()
  try {
    if (!verb) throw new WrongUsage(`unknown verb: ${name}`)
    const { value, lines, exit = 0 } = await verb.run(args)
    print(json, value, lines)
    return exit
  } catch (error) {
    return failed(error, json, verb)
  }
}

function failed(error: unknown, json: boolean, verb: Verb | undefined): number {
  if (error instanceof WrongUsage) {
    say(error.message)
    say(verb ? `usage: wangdi ${verb.usage}` : 'wangdi help')
    if (json) print(json, { problem: { code: 'cli.wrong-usage', text: error.message } }, [])
    return 2
  }
  if (error instanceof Problem) {
    say(`${error.words.zh} · ${error.words.en}`)
    if (json) print(json, { problem: { code: error.code, text: error.words.zh, facts: error.facts } }, [])
    return 1
  }
  // A fault of ours or of the machine: its name and place, never values that may be somebody's.
  const { name, code, stack = '' } = error as Error & { code?: string }
  say([name, code, ...stack.split('\n').slice(1, 8)].filter(Boolean).join('\n'))
  if (json) print(json, { problem: { code: 'cli.broken', text: [name, code].filter(Boolean).join(' ') } }, [])
  return 1
}

process.exitCode = await run()
