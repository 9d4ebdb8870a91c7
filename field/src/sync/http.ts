import { fileRoadOf } from '@wangdi/domain/kinds/file/file.ts'
import type { Given } from '@wangdi/domain/kinds/given.api.ts'
import type { Changes, Snapshot } from '@wangdi/domain/sync/sync.api.ts'
import { sendBytes } from '@wangdi/ui/call/send-bytes.ts'
import { send } from '@wangdi/ui/call/send.ts'
import { setServerNow } from '@wangdi/ui/marks/clock.ts'
import type { Road } from './engine.ts'

const skewKey = 'wangdi.clock'

/** How far this phone's clock is from the server's, in ms; what was seen last is remembered for starts without network. */
export const clockSkew = (): number => Number(localStorage.getItem(skewKey) ?? 0) || 0

/** More than this, in ms, and a record would carry a wrong time. */
export const clockTolerance = 5 * 60_000

/** Sets the clock of the pages by the server's word, which travelled for some ms: on a slow network that is many seconds. */
export function setClock(serverSaid: string, travelled = 0): void {
  const now = Date.parse(serverSaid) + travelled
  localStorage.setItem(skewKey, String(now - Date.now()))
  setServerNow(new Date(now).toISOString())
}

/** At a start without network: the clock as the server's last word set it. */
export const restoreClock = (): void => setServerNow(new Date(Date.now() + clockSkew()).toISOString())

const deviceKey = 'wangdi.device'

/** Which phone this is, by a number of its own making: the server takes its word for moments since its last contact only. */
function deviceId(): string {
  const kept = localStorage.getItem(deviceKey)
  if (kept) return kept
  const made = crypto.randomUUID()
  localStorage.setItem(deviceKey, made)
  return made
}

const ask = async <R extends { now: string }>(at: string, input: Record<string, unknown>): Promise<R> => {
  const asked = Date.now()
  const reply = (await send({ at }, input, { device: deviceId() })) as R
  setClock(reply.now, Math.round((Date.now() - asked) / 2))
  return reply
}

/** The roads of the engine over HTTP. */
export const httpRoad: Road = {
  async send(commands) {
    // The clock as it is, not as it was last set right: the server sees how wrong it has become.
    const said = { commands, clock: new Date(Date.now() + clockSkew()).toISOString() }
    const { answers } = (await send({ at: 'POST /commands' }, said, { device: deviceId() })) as {
      answers: Awaited<ReturnType<Road['send']>>
    }
    return answers
  },
  put: ({ kind, act, id }, bytes) => sendBytes(`${fileRoadOf(kind, id)}?act=${act}`, bytes),
  snapshot: (input) => ask<Snapshot>('GET /sync/snapshot', input),
  changes: (input) => ask<Changes>('GET /sync/changes', input),
  given: (input) => ask<Given>('GET /kinds/given', input),
}
