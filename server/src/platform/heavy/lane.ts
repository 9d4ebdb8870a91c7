import { heavyProblems } from './heavy-problems.ts'

/** How much of one kind of heavy work goes on: in the whole house, for one account, waiting, and how long. */
export interface LaneRules {
  /** Works under way at once. */
  readonly atOnce: number
  /** Works of one account, those that wait among them. */
  readonly perAccount: number
  /** Works that may wait for their turn; more are refused at once. */
  readonly waiting: number
  /** Seconds that one work may take before it saves, and seconds that it may wait for its turn. */
  readonly seconds: number
}

/** The turn of one work. */
export interface Turn {
  /** Fires when the client has gone or the time is over; its reason is the problem. */
  readonly signal: AbortSignal
  /** From here on the work ends by itself: what is being saved is bounded, and is not thrown away half-way. */
  settle(): void
}

/** A lane for one kind of heavy work; a work leaves it however it ends. */
export interface Lane {
  /** Does the work when it is its turn; `heavy.busy` says after how many seconds to ask again when there is no place. */
  enter<T>(account: string, gone: AbortSignal | undefined, work: (turn: Turn) => Promise<T>): Promise<T>
  /** How many works are under way and wait. */
  counts(): { readonly running: number; readonly waiting: number }
}

interface Waiting {
  begin(): void
}

/** Makes a lane. It counts within this process: each server has its own processors and memory to guard. */
export function makeLane(rules: LaneRules): Lane {
  const byAccount = new Map<string, number>()
  const queue = new Set<Waiting>()
  let running = 0
  let usualMs = 1000

  const count = (account: string, by: 1 | -1) => {
    const next = (byAccount.get(account) ?? 0) + by
    if (next > 0) byAccount.set(account, next)
    else byAccount.delete(account)
  }
  const busy = () => {
    const seconds = Math.ceil((usualMs / 1000) * ((queue.size + 1) / rules.atOnce))
    return heavyProblems.busy({ seconds: Math.min(60, Math.max(1, seconds)) })
  }
  const waitForTurn = (gone: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer)
        gone?.removeEventListener('abort', onGone)
        queue.delete(waiting)
      }
      const giveUp = (why: Error) => {
        leave()
        reject(why)
      }
      const onGone = () => giveUp(heavyProblems.gone({}))
      const waiting: Waiting = {
        begin() {
          leave()
          running += 1
          resolve()
        },
      }
      const timer = setTimeout(() => giveUp(busy()), rules.seconds * 1000)
      gone?.addEventListener('abort', onGone)
      queue.add(waiting)
    })
  const takeTurn = async (gone: AbortSignal | undefined) => {
    if (gone?.aborted) throw heavyProblems.gone({})
    if (running < rules.atOnce) running += 1
    else if (queue.size < rules.waiting) await waitForTurn(gone)
    else throw busy()
  }
  const endTurn = (began: number) => {
    running -= 1
    usualMs += (performance.now() - began - usualMs) / 4
    const [next] = queue
    next?.begin()
  }

  return {
    counts: () => ({ running, waiting: queue.size }),
    async enter(account, gone, work) {
      if ((byAccount.get(account) ?? 0) >= rules.perAccount) throw busy()
      count(account, 1)
      try {
        await takeTurn(gone)
        const began = performance.now()
        const turn = startTurn(rules.seconds, gone)
        try {
          turn.signal.throwIfAborted()
          return await work(turn)
        } finally {
          turn.settle()
          endTurn(began)
        }
      } finally {
        count(account, -1)
      }
    },
  }
}

function startTurn(seconds: number, gone: AbortSignal | undefined): Turn {
  const stop = new AbortController()
  const onGone = () => stop.abort(heavyProblems.gone({}))
  const timer = setTimeout(() => stop.abort(heavyProblems.tooLong({ seconds })), seconds * 1000)
  gone?.addEventListener('abort', onGone)
  if (gone?.aborted) onGone()
  return {
    signal: stop.signal,
    settle() {
      clearTimeout(timer)
      gone?.removeEventListener('abort', onGone)
    },
  }
}
