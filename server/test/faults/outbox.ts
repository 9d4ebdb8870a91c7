// The client's side of the fault run: commands sent in batches, and sent again until each is answered.
import type { Command, CommandAnswer } from '@wangdi/domain/endpoint.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { answerMs, type Client, codeIn } from './client.ts'

/** What became of the commands: the first answer to each by id, answers that later differed, how often was sent, and what else was told. */
export type Sent = {
  first: Map<string, string>
  changed: string[]
  requests: number
  unanswered: number
  told: Map<string, number>
}

/** A client of one session. */
export type Outbox = {
  sent: Sent
  /** Sends all batches, some at once, until each is answered; throws when the server is given up. */
  sendAll(batches: Command[][], atOnce: number, onAnswered: () => void): Promise<void>
  /** Ends all sending with this error: the server will not come back. */
  giveUp(error: unknown): void
}

const patience = 300_000

/** Opens an outbox of somebody who is signed in. */
export function openOutbox({ url, headers }: Client): Outbox {
  const sent: Sent = { first: new Map(), changed: [], requests: 0, unanswered: 0, told: new Map() }

  const given = new AbortController()

  async function post(commands: Command[]): Promise<CommandAnswer[] | undefined> {
    sent.requests++
    const response = await fetch(`${url}/api/commands`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ commands }),
      signal: AbortSignal.timeout(answerMs),
    })
    if (response.ok) return ((await response.json()) as { answers: CommandAnswer[] }).answers
    // Busy or broken is not an answer; anything else would be a fault of this run.
    const text = await response.text()
    if (response.status !== 429 && response.status < 500) throw new Error(`${response.status} ${text}`)
    const why = `${response.status} ${codeIn(text)}`
    sent.told.set(why, (sent.told.get(why) ?? 0) + 1)
    return undefined
  }

  function note(answer: CommandAnswer): void {
    const text = JSON.stringify(answer)
    const first = sent.first.get(answer.id)
    if (first === undefined) sent.first.set(answer.id, text)
    else if (first !== text) sent.changed.push(answer.id)
  }

  async function sendUntilAnswered(commands: Command[]): Promise<void> {
    for (const end = performance.now() + patience; ; await pause(100)) {
      const answers = await post(commands).catch((error: unknown) => {
        // fetch says a refused or broken connection with a TypeError.
        if (error instanceof TypeError) return undefined
        throw error
      })
      if (answers) return answers.forEach(note)
      given.signal.throwIfAborted()
      sent.unanswered++
      if (performance.now() > end) throw new Error(`no answer within ${patience / 1000} s`)
    }
  }

  return {
    sent,
    giveUp: (error) => given.abort(error),
    async sendAll(batches, atOnce, onAnswered) {
      const waiting = batches.values()
      const lane = async () => {
        for (const batch of waiting) {
          await sendUntilAnswered(batch)
          onAnswered()
        }
      }
      await Promise.all(Array.from({ length: atOnce }, lane))
    },
  }
}
