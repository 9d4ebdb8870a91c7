// The plan of one community, and what starts and stops in every community of the nation when the level of all counties rises by
// one, against a hand-written loop that walks the same places with their facts and reads the same items from a table made
// beforehand. Then both again with twenty invented packs about three other things in force. No database: plans are computed, not
// kept. Times are those of the processor, since nothing here waits.
import { diffMany } from '../policy/engine/diff.ts'
import { planFor } from '../policy/engine/plan.ts'
import type { Facts, FactValue } from '../policy/vocabulary.ts'
import { openPlaceList } from '../server/src/platform/national/place-list.ts'
import { getPacks } from '../server/src/platform/packs.ts'
import { levelsOf, withTwentyMore } from './make-packs.ts'
import { median, rounded } from './median.ts'

const limits = { planMs: 1, diffSeconds: 20, memoryMb: 1024 }
const day = '2026-11-20'
// A response of today that brings back the fullest rules: tiers, the notice of 2021 with its marks, the law in force.
const rules = 'precision-2020@2021-06-01,terms@2022-07-15'
const asked = 3_000

/** Measures plans and the national difference; `holds` says whether both keep their limits. */
export async function bench(): Promise<Record<string, unknown>> {
  const packs = getPacks()
  const codes = await listCommunities()
  const single = planOne(packs, codes, factsOf)
  const diff = differ(packs, codes, factsOf)
  const table = tableOf(packs, codes)
  const loop = spent(() =>
    total(codes, factsOf, (before, after) => {
      const row = table.get(keyOf(before, after))
      return [row?.started.length ?? 0, row?.stopped.length ?? 0]
    }),
  )
  if (diff.value.join() !== loop.value.join()) throw new Error(`the loop counted ${loop.value.join()}, not ${diff.value.join()}`)
  const twenty = withTwentyMore(packs)
  const factsOfFour = (code: string, risk: FactValue): Facts => ({
    ...factsOf(code, risk),
    ...levelsOf(Number(code.slice(2, 4))),
  })
  const singleOfFour = planOne(twenty, codes, factsOfFour)
  const diffOfFour = differ(twenty, codes, factsOfFour)
  const memory = process.resourceUsage().maxRSS / 1024
  const ratios = {
    plan_to_limit: rounded(single.p95 / limits.planMs, 2),
    twenty_plan_to_limit: rounded(singleOfFour.p95 / limits.planMs, 2),
    diff_to_limit: rounded(diff.ms / 1000 / limits.diffSeconds, 2),
    twenty_diff_to_limit: rounded(diffOfFour.ms / 1000 / limits.diffSeconds, 2),
    memory_to_limit: rounded(memory / limits.memoryMb, 2),
  }
  return {
    communities: codes.length,
    situations: table.size,
    plan_ms: rounded(single.median, 2),
    plan_p95_ms: rounded(single.p95, 2),
    twenty_plan_ms: rounded(singleOfFour.median, 2),
    twenty_plan_p95_ms: rounded(singleOfFour.p95, 2),
    diff_s: rounded(diff.ms / 1000, 2),
    twenty_diff_s: rounded(diffOfFour.ms / 1000, 2),
    started: diff.value[0],
    stopped: diff.value[1],
    loop_s: rounded(loop.ms / 1000, 2),
    diff_to_loop: rounded(diff.ms / loop.ms, 1),
    memory_mb: rounded(memory),
    ...ratios,
    holds: Object.values(ratios).every((ratio) => ratio <= 1),
  }
}

/** Milliseconds of processor time that something takes, with what it gives. */
function spent<T>(run: () => T): { ms: number; value: T } {
  const before = process.cpuUsage()
  const value = run()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, value }
}

async function listCommunities(): Promise<string[]> {
  const codes: string[] = []
  for (const { code } of (await openPlaceList()).places()) if (code.length === 12) codes.push(code)
  return codes
}

/** What is known of a community, made from its code: the class of one in fifty, marks, sites, elections here and there. */
function factsOf(code: string, risk: FactValue): Facts {
  const number = Number(code.slice(-9))
  const oneIn = (count: number, salt: number) =>
    (Math.imul(number ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b) >>> 12) % count === 0 ? 'yes' : 'no'
  return {
    response: 'open',
    'response.rules': rules,
    'county.risk': risk,
    'area.risk': 'none',
    'area.zone': 'none',
    'community.class': oneIn(50, 1) === 'yes' ? 'cases' : 'no-case',
    'community.kind': code[9] === '2' ? 'village' : 'urban',
    'elder-care.site': oneIn(9, 2),
    'place.rural': code[9] === '2' ? 'yes' : 'no',
    'place.airport-area': oneIn(120, 3),
    'place.fringe': oneIn(15, 4),
    'place.migrant-workers': oneIn(6, 5),
    'place.border': oneIn(300, 6),
    'election.under-way': oneIn(3, 7),
    'outbreak.large-city': 'no',
  }
}

type FactsOf = (code: string, risk: FactValue) => Facts

function planOne(packs: ReturnType<typeof getPacks>, codes: readonly string[], known: FactsOf) {
  const times: number[] = []
  const risks = ['low', 'medium', 'high']
  for (let n = 0; n < asked + 200; n += 1) {
    const code = codes[(n * 104_729) % codes.length] ?? ''
    const facts = known(code, risks[n % 3] ?? 'low')
    const { ms } = spent(() => planFor(packs, facts, code, day))
    if (n >= 200) times.push(ms) // the first ones are compiled while they run
  }
  const p95 = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  return { median: median(times), p95 }
}

type Counted = (before: Facts, after: Facts, code: string) => readonly [started: number, stopped: number]

const differ = (packs: ReturnType<typeof getPacks>, codes: readonly string[], known: FactsOf) => {
  const many = diffMany(packs, day)
  const count: Counted = (before, after, code) => {
    const { started, stopped } = many.diffOf(before, after, code)
    return [started.length, stopped.length]
  }
  return spent(() => total(codes, known, count))
}

function total(codes: readonly string[], known: FactsOf, count: Counted): [started: number, stopped: number] {
  let [started, stopped] = [0, 0]
  for (const code of codes) {
    const [more, less] = count(known(code, 'low'), known(code, 'medium'), code)
    started += more
    stopped += less
  }
  return [started, stopped]
}

const keyOf = (before: Facts, after: Facts) => `${Object.values(before).join()} ${Object.values(after).join()}`

interface Row {
  started: readonly string[]
  stopped: readonly string[]
}

/** The table the loop reads: for each situation that occurs, the items that start and stop. */
function tableOf(packs: ReturnType<typeof getPacks>, codes: readonly string[]): Map<string, Row> {
  const table = new Map<string, Row>()
  const ids = (facts: Facts, code: string) => planFor(packs, facts, code, day).measures.map(({ id }) => id)
  for (const code of codes) {
    const [before, after] = [factsOf(code, 'low'), factsOf(code, 'medium')]
    const key = keyOf(before, after)
    if (table.has(key)) continue
    const [had, has] = [ids(before, code), ids(after, code)]
    table.set(key, { started: has.filter((id) => !had.includes(id)), stopped: had.filter((id) => !has.includes(id)) })
  }
  return table
}
