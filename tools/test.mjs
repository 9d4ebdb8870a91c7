// npm test: everything that has to hold, on a clean clone too. `npm test -- rules|server|browser|check` runs a part;
// `npm run test:quick` the checks, the rules in one zone, and over HTTP the test of each room that bears its folder's name.
// Plain JavaScript for any Node from 20, since it installs the pinned one first.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { whyNoBrowser } from './browser.mjs'
import { ensureInstalled, fail, nodeProgram, root, run, say } from './install.mjs'
import { readResults } from './test-results.mjs'

const parts = ['check', 'rules', 'server', 'browser']
// What is pure must give the same days everywhere; what runs on a server must not live from the zone of that server.
const zones = { rules: ['Asia/Shanghai', 'America/Los_Angeles'], server: ['America/New_York'], browser: ['Asia/Shanghai'] }

const quick = process.argv[2] === 'quick'
const asked = quick ? ['check', 'rules', 'server'] : process.argv.slice(2)
const unknown = asked.filter((part) => !parts.includes(part))
if (unknown.length > 0) fail(`unknown part ${unknown.join(' ')}: choose of ${parts.join(', ')}`)
const chosen = asked.length > 0 ? parts.filter((part) => asked.includes(part)) : parts
const whole = chosen.length === parts.length
const cache = join(root, '.cache/tests')

/** Outcome of every test by a name that is the same in every run: passed, failed or skipped. */
const outcomes = new Map()
/** By which road a test went into the house, where it did. */
const roads = new Map()
const note = (name, outcome) => {
  const worst = { skipped: 0, passed: 1, failed: 2 }
  if (!outcomes.has(name) || worst[outcome] > worst[outcomes.get(name)]) outcomes.set(name, outcome)
}

async function step(name, args, env) {
  say(name)
  const code = await run(nodeProgram(), ['--disable-warning=ExperimentalWarning', ...args], env)
  note(name, code === 0 ? 'passed' : 'failed')
  return code === 0
}

async function vitest(project, zone) {
  const file = join(cache, `${project}-${zone.replace('/', '-')}.json`)
  say(`vitest ${project} (TZ=${zone})`)
  writeFileSync(file, '')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [
    '--disable-warning=ExperimentalWarning',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    // Those that need a process of their own are a project beside it: `server-alone`.
    `${project}*`,
    ...reporters,
    ...(quick && project === 'server' ? testsOfRooms() : []),
  ]
  const code = await run(nodeProgram(), args, { TZ: zone })
  const { results, complete } = readResults(file, project)
  for (const { name, outcome, shownBy } of results) {
    note(name, outcome)
    if (shownBy) roads.set(name, shownBy)
  }
  const failed = results.some((result) => result.outcome === 'failed')
  // Errors outside of any test, or a run that died, show only in the exit code.
  if (!complete || (code !== 0 && !failed)) note(`${project}: the run itself (TZ=${zone}, exit code ${code})`, 'failed')
}

/** Of each room on the server the test that bears the name of its folder: what the room is for, over HTTP. */
function testsOfRooms() {
  return readdirSync(join(root, 'server/src'), { recursive: true })
    .map((path) => join('server/src', path))
    .filter((path) => basename(path) === `${basename(dirname(path))}.test.ts`)
}

await ensureInstalled()
mkdirSync(cache, { recursive: true })

const noBrowser = chosen.includes('browser') ? await whyNoBrowser() : undefined
if (noBrowser) say(`SKIP browser: ${noBrowser}`)
if (chosen.includes('browser')) await step('build', ['tools/build.ts'])
if (chosen.includes('check')) await step('check', ['tools/check.ts'])
for (const project of ['rules', 'server', 'browser']) {
  if (!chosen.includes(project)) continue
  if (project === 'browser' && noBrowser) note('browser', 'skipped')
  else for (const zone of quick ? zones[project].slice(0, 1) : zones[project]) await vitest(project, zone)
}
if (whole && noBrowser) say('docs/coverage.md is not compared, since the tests in the browser did not run')
if (whole && !noBrowser) {
  writeFileSync(join(root, '.cache/marks.json'), `${JSON.stringify(marksOf(outcomes), null, 1)}\n`)
  await step('docs/coverage.md is what the tests show', ['tools/coverage.ts', '--check'])
}
report()

/** The requirement rows that tests carry in brackets, with each test, whether it passed, and its road; a skipped test shows nothing. */
function marksOf(all) {
  const marks = {}
  for (const [test, outcome] of [...all].sort()) {
    if (outcome === 'skipped') continue
    for (const [, mark] of test.matchAll(/\[(R-[0-9A-Z]+-\d+)\]/g))
      (marks[mark] ??= []).push({ test, passed: outcome === 'passed', shownBy: roads.get(test) ?? null })
  }
  return marks
}

function report() {
  const count = (outcome) => [...outcomes.values()].filter((each) => each === outcome).length
  const failing = [...outcomes].filter(([, outcome]) => outcome === 'failed').map(([name]) => name)
  if (failing.length > 0) console.log(`\nFailing:\n${failing.map((name) => `  ✗ ${name}`).join('\n')}`)
  const skipped = count('skipped')
  console.log(`\n${count('passed')} passed, ${failing.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failing.length > 0 ? 1 : 0
}
