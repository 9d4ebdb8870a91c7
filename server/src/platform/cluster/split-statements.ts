import { alterAlone } from './alter-alone.ts'

// What does not end a statement although it holds a semicolon: text, quoted names, dollar quotes, comments.
const whole =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|\bbegin\s+atomic\b|\bcase\b|\bend\b|;/gi

/**
 * The statements of a plain SQL text, one by one. A cluster hands a statement on to its nodes as it came, and refuses one that
 * came with others. Bodies in `begin atomic … end` stay whole; other bodies are quoted.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = []
  let from = 0
  // Inside `begin atomic`, each `case` has an `end` of its own.
  let open = 0
  for (const { 0: found, index } of text.matchAll(whole)) {
    const word = found.toLowerCase()
    if (word.startsWith('begin')) open = 1
    else if (open > 0 && word === 'case') open += 1
    else if (open > 0 && word === 'end') open -= 1
    else if (word === ';' && open === 0) {
      statements.push(text.slice(from, index))
      from = index + 1
    }
  }
  return [...statements, text.slice(from)].map((statement) => statement.trim()).filter(saysSomething)
}

const saysSomething = (statement: string) => statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() !== ''

// A new table with foreign keys both to an account, which every node has, and to what lies by county can only be made by the
// coordinator alone; laying it out then takes it to the nodes. On one machine the setting means nothing.
const setAlone = (alone: boolean) => `set local citus.enable_ddl_propagation = ${alone ? 'off' : 'on'}`
const makesTableByCounty = /^(--[^\n]*\n\s*)*create table \w+ \(\s*county\b/i

// What a migration does to one table must be seen by what it does to the next: on a cluster, over one connection to each node.
const oneConnection = `set local citus.multi_shard_modify_mode = 'sequential'`

/** The statements of a migration in their order, as one machine and a cluster take them. */
export const migrationStatements = (text: string): string[] => [
  oneConnection,
  ...splitStatements(text)
    .flatMap(alterAlone)
    .flatMap((statement) => (makesTableByCounty.test(statement) ? [setAlone(true), statement, setAlone(false)] : [statement])),
]
