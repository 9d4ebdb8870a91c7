import { type Lane, makeLane } from './lane.ts'

/** How many requests of one account go on at once: a page that asks for more has its answers as soon, on the processors there are. */
const atOnce = 4
/** More of them wait in their order, so long at most; what comes on top is refused at once. */
const waiting = 100
const seconds = 60

/** Lets requests of one account go on a few at a time, so that no account takes all connections of the database from the others. */
export interface Turns {
  /** Does the work when it is the account's turn; throws `heavy.busy` when too many of it wait, `heavy.gone` when its client went before. */
  take<T>(account: string, gone: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** Makes the turns of a server; whoever asks for nothing takes no memory. */
export function makeTurns(): Turns {
  const lanes = new Map<string, Lane>()
  return {
    async take(account, gone, work) {
      const lane = lanes.get(account) ?? makeLane({ atOnce, perAccount: atOnce + waiting, waiting, seconds })
      lanes.set(account, lane)
      try {
        return await lane.enter(account, gone, work)
      } finally {
        const { running, waiting: left } = lane.counts()
        if (running + left === 0) lanes.delete(account)
      }
    },
  }
}
