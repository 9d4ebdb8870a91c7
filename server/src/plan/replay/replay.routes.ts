import type { KeptAnswer } from '@wangdi/domain/documents/answer.ts'
import { reasonsFor } from '@wangdi/domain/documents/answer.rules.ts'
import { listDecisions, replayDecision, replayTerm, type Replayed } from '@wangdi/domain/plan/replay/replay.api.ts'
import { reasonLines, wordsOfGiven, wordsOfRules, wordsOfValue } from '@wangdi/domain/plan/replay/replay.rules.ts'
import { problems } from '@wangdi/domain/problem.ts'
import { getFact } from '@wangdi/policy/engine/facts.ts'
import type { FactName } from '@wangdi/policy/vocabulary.ts'
import { getPacks } from '../../platform/packs.ts'
import { replay } from '../../documents/index.ts'
import type { PackShelf } from '../../platform/library/pack-shelf.ts'
import { serve } from '../../platform/serve.ts'
import { findDecision, findTermAnswer, listKeptDecisions } from './replay.queries.ts'

const wordsOfFact = (name: string) => getFact(name as FactName, getPacks().brought).words

/** A kept answer asked again of the rules as they stood: both answers, what they rested on, and why. */
function replayed(packs: PackShelf, kept: KeptAnswer): Replayed {
  const { question, place, day, revision } = kept
  const { gives, same } = replay(packs, kept)
  const then = packs.asOf(revision)
  const { why, source } = reasonsFor(then, kept)
  // `terms` is the short name of the nation's terms.
  const titleOf = (id: string) =>
    then.all.find(({ pack }) => pack.id === id || (id === 'terms' && pack.is === 'terms'))?.pack.title ?? { zh: id, en: id }
  const wordsOf = (name: string, value: unknown) =>
    name === 'response.rules' ? wordsOfRules(String(value), titleOf) : wordsOfValue(value)
  return {
    ...{ question, place, day, same, source },
    facts: Object.entries(kept.facts).map(([name, value]) => ({ words: wordsOfFact(name), value: wordsOf(name, value) })),
    packs: kept.packs.map(({ pack, version }) => ({ pack, version, title: titleOf(pack) })),
    gave: wordsOfGiven(question, kept.gives),
    gives: wordsOfGiven(question, gives),
    why: reasonLines(why),
  }
}

/** Replay: what persons decided by the rules, asked again of the rules and facts of then. */
export const replayVerbs = [
  serve(listDecisions, {
    run: async ({ db, input: { place, page = 0, size = 50 } }) => {
      const { rows, total } = await listKeptDecisions(db, { place, page, size })
      return {
        rows: rows.map(({ answer, decided, at, ...row }) => ({
          ...{ ...row, question: answer.question, at: at.toISOString() },
          decided: wordsOfValue(decided),
        })),
        total,
      }
    },
  }),

  serve(replayDecision, {
    about: async (db, { kind, id }) => {
      const found = await findDecision(db, kind, id)
      if (!found) throw problems.notFound({})
      return { place: found.place }
    },
    run: async ({ db, input, packs }) => {
      const found = await findDecision(db, input.kind, input.id)
      if (!found) throw problems.notFound({})
      return replayed(packs, found.answer)
    },
  }),

  serve(replayTerm, {
    about: async (db, { observation }) => {
      const found = await findTermAnswer(db, observation)
      if (!found) throw problems.notFound({})
      return { place: found.place }
    },
    run: async ({ db, input, packs, note, saw }) => {
      const found = await findTermAnswer(db, input.observation)
      if (!found) throw problems.notFound({})
      note({ observation: input.observation })
      saw([found.person])
      return replayed(packs, found.answer)
    },
  }),
]
