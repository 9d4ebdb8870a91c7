// Hostile rosters go up to the preview and their senders hang up, again and again, while a day of work goes on.
import { previewImport } from '@wangdi/domain/people/import.api.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { hostileFiles } from '../../hostile-files.ts'
import { type Client, signIn } from '../client.ts'
import { type Day, openWork } from '../day-of-work.ts'
import type { Phase } from '../phase.ts'
import { until } from '../within.ts'

const town = '410105001003'
const hangUps = 50
const ratioLimit = 3
// Quiet and attacked work in turns, so that what else the machine does falls on both.
const [warming, turns, rounds] = [3, 3, 10]
const wave = 5
const names = ['rows that never close', '200000 merged ranges', 'a line of commas', 'a quote that never ends']
const good = '姓名,性别,备注\n张三丰,男,武当\n'

/** Phase: other people's verbs take at most three times as long (p95) while previews of hostile files are sent and hung up. */
export const previews: Phase = async ({ folder, say, start }) => {
  const { url } = await start(folder, { WANGDI_DEMO: 'response' })
  const work = await openWork(url)
  const attackers = await Promise.all(['zhoumin', 'liuyang', 'chenjianguo'].map((login) => signIn(url, login)))
  await work(emptyDay(), (round) => round < warming)

  const health = watchHealth(url)
  const quiet = emptyDay()
  const attacked = emptyDay()
  const attack = await prepareAttack(attackers)
  for (let turn = 1; turn <= turns; turn++) {
    await work(quiet, (round) => round < rounds)
    attack.begin()
    await work(attacked, (round) => round < rounds || attack.counts.hungUp < (hangUps * turn) / turns)
    await attack.end()
    say(
      `p95 of ${all(quiet).length} quiet verbs ${p95(all(quiet)).toFixed(0)} ms, of ${all(attacked).length} attacked ones ${p95(all(attacked)).toFixed(0)} ms; ${attack.counts.hungUp} of ${attack.counts.sent} previews hung up`,
    )
  }
  await health.stop()
  const { sent, hungUp, broken } = attack.counts

  // Who had hung up holds no place any more: the same people preview a good file.
  const freeing = performance.now()
  const after = await Promise.all(attackers.map((client) => previewGood(client)))
  const freed = (performance.now() - freeing) / 1000
  const ratio = p95(all(attacked)) / p95(all(quiet))
  const verbs = [...quiet.ms].map(([verb, ms]) => {
    const now = attacked.ms.get(verb) ?? []
    return [verb, { quiet: rounded(p95(ms)), attacked: rounded(p95(now)), ratio: rounded(p95(now) / p95(ms), 2) }] as const
  })
  const wrong = [...quiet.wrong, ...attacked.wrong, ...broken, ...after.filter((fault) => fault !== '')]
  for (const fault of wrong.slice(0, 5)) say(fault)
  return {
    holds: ratio <= ratioLimit && hungUp >= hangUps && wrong.length === 0 && health.notReady() === 0,
    sentence: `While ${hungUp} previews of hostile files were hung up, p95 of the other verbs was ${ratio.toFixed(2)} times its quiet value (at most ${ratioLimit}); ${wrong.length} answers were wrong, and of ${health.asked()} looks at /health ${health.notReady()} were not ready.`,
    figures: {
      previews: sent,
      'hung up': hungUp,
      'quiet verbs': all(quiet).length,
      'attacked verbs': all(attacked).length,
      'quiet p95 ms': rounded(p95(all(quiet))),
      'attacked p95 ms': rounded(p95(all(attacked))),
      ratio: rounded(ratio, 2),
      'seconds until a good file': rounded(freed),
      wrong: wrong.length,
      'health asked': health.asked(),
      'health not ready': health.notReady(),
      verbs: Object.fromEntries(verbs),
    },
  }
}

const emptyDay = (): Day => ({ ms: new Map(), wrong: [] })
const all = (day: Day) => [...day.ms.values()].flat()
const rounded = (figure: number, places = 1) => Number(figure.toFixed(places))
const p95 = (ms: number[]) => ms.toSorted((a, b) => a - b)[Math.ceil(ms.length * 0.95) - 1] ?? Number.NaN

/** Sends the files up, then waves of previews of them, hung up after a while that differs from one to the next. */
async function prepareAttack(attackers: Client[]) {
  const counts = { sent: 0, hungUp: 0, broken: [] as string[] }
  const files = names.map((name) => hostileFiles.find((file) => file.name === name)?.make() ?? missing(name))
  const sendAll = async (client: Client) => {
    const kept: { client: Client; file: string }[] = []
    for (const bytes of files) {
      const { status, code, body } = await client.upload(new Uint8Array(bytes))
      if (status !== 200) throw new Error(`upload ${status} ${code}`)
      kept.push({ client, file: body.file })
    }
    return kept
  }
  const targets = (await Promise.all(attackers.map(sendAll))).flat()

  const one = async (nth: number) => {
    const { client, file } = targets[(nth * 7) % targets.length] ?? missing('target')
    const gone = new AbortController()
    counts.sent++
    const asked = client.ask(previewImport, { place: town, kind: 'residents', file }, { signal: gone.signal }).then(
      ({ status, code }) => {
        if (status >= 500 || code === '') counts.broken.push(`preview ${status} ${code}`)
        return false
      },
      () => gone.signal.aborted,
    )
    await pause(50 + (nth % 5) * 100)
    gone.abort()
    if (await asked) counts.hungUp++
  }
  let goesOn = false
  let run = Promise.resolve()
  const waves = async () => {
    for (; goesOn; await pause(200)) await Promise.all(Array.from({ length: wave }, () => one(next++)))
  }
  let next = 0
  return {
    counts,
    begin() {
      goesOn = true
      run = waves()
    },
    end() {
      goesOn = false
      return run
    },
  }
}

const missing = (name: string): never => {
  throw new Error(`no such file: ${name}`)
}

async function previewGood(client: Client): Promise<string> {
  const { body } = await client.upload(new TextEncoder().encode(good))
  const answer = await until('a good file is previewed', 60, async () => {
    const tried = await client.ask(previewImport, { place: town, kind: 'residents', file: body.file })
    return tried.status !== 429 && tried
  })
  return answer.status === 200 && answer.body.outcome.rows === 1 ? '' : `a good file after it: ${answer.status} ${answer.code}`
}

/** Asks /health four times a second; no answer within three seconds counts as not ready. */
function watchHealth(url: string) {
  const counts = { asked: 0, notReady: 0 }
  const ended = new AbortController()
  const run = (async () => {
    while (!ended.signal.aborted) {
      const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(3000) }).catch(() => undefined)
      counts.asked++
      if (answer?.status !== 200) counts.notReady++
      await pause(250)
    }
  })()
  return {
    asked: () => counts.asked,
    notReady: () => counts.notReady,
    stop: () => {
      ended.abort()
      return run
    },
  }
}
