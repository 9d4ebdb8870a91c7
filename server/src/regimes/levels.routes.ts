import type { Problem } from '@wangdi/domain/problem.ts'
import { refuse } from '@wangdi/domain/problem.ts'
import { chooseTier, confirmClass, confirmLevel, recordFacts } from '@wangdi/domain/regimes/regimes.api.ts'
import { problems } from '@wangdi/domain/regimes/regimes.problems.ts'
import { findBrought, isForHouse, whyNotOwn } from '@wangdi/domain/regimes/own-facts.rules.ts'
import { isStricter, whyNotFact, whyNotLevel, whyNotSilent } from '@wangdi/domain/regimes/regimes.rules.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import { isFact, whyNotValue } from '@wangdi/policy/engine/facts.ts'
import { isOwnName } from '@wangdi/policy/vocabulary.ts'
import { tierOf } from '@wangdi/policy/engine/tier.ts'
import { v7 as newId } from 'uuid'
import { answerNow } from '../documents/index.ts'
import { getPacks } from '../platform/packs.ts'
import { serve } from '../platform/serve.ts'
import { factsIn, recordedFor } from './facts.ts'
import { saveFacts, saveLevel } from './level.queries.ts'
import { proposalsFor, proposeOwn } from './proposals.ts'

const whyNotName = (name: string): Problem | undefined =>
  isFact(name) ? undefined : problems.wrongValue({ fact: name, why: `没有“${name}”这一项` })

const whyNotAhead = (day: Day, today: Day): Problem | undefined => (day > today ? problems.inFuture({ today }) : undefined)

/** Facts as stated, and the levels, classes and packages that a named person confirms (R-LAW-9). */
export const levelVerbs = [
  serve(recordFacts, {
    run: async ({ db, actor, input, at, today }) => {
      refuse(whyNotAhead(input.day, today))
      for (const { name, value } of input.facts) {
        if (isOwnName(name)) {
          refuse(whyNotOwn(getPacks().brought, { name, value, place: input.place, role: actor.role }, 'record'))
          continue
        }
        if (!isForHouse(actor.role, 'record')) throw problems.notOurs({})
        refuse(whyNotName(name))
        if (!isFact(name)) continue
        refuse(whyNotFact(name, input.place))
        const fault = whyNotValue(name, value)
        if (fault) throw problems.wrongValue({ fact: name, why: fault.zh })
      }
      const { place, day, source } = input
      const line = { place, day, source, by_account: actor.account, at }
      const facts = input.facts.map(({ name, value }) => ({ ...line, id: newId(), name, value: String(value) }))
      await saveFacts(db, facts)
      return { ids: facts.map(({ id }) => id) }
    },
  }),

  serve(confirmLevel, {
    run: async ({ db, actor, input, at, packs }) => {
      const { brought } = getPacks()
      const own = findBrought(brought, input.fact)
      const { fact: name, value, place } = input
      if (!isOwnName(name) && !isForHouse(actor.role, 'confirm')) throw problems.notOurs({})
      refuse(
        isOwnName(input.fact)
          ? whyNotOwn(brought, { name, value, place, role: actor.role }, 'confirm')
          : whyNotLevel(input.fact, input.place, input.value),
      )
      const { risk, facts } = await proposalsFor(db, input.place, input.from)
      const ownProposal = own && proposeOwn(getPacks(), own, facts, input.place, input.from)
      const proposed = ownProposal ? ownProposal.value : input.fact === 'county.risk' ? risk.value : null
      if (input.fact === 'county.risk' || own) refuse(whyNotSilent(proposed, input.value, input.reason))
      const { from, ...level } = input
      const answer = answerNow(packs, {
        ...{ question: 'level', place: input.place, day: from, facts },
        ...(own && { fact: input.fact }),
      })
      await saveLevel(db, { ...level, valid_from: from, proposed, stricter: false, by_account: actor.account, at, answer })
      return { id: input.id }
    },
  }),

  serve(confirmClass, {
    run: async ({ db, actor, input, at, packs }) => {
      refuse(whyNotLevel('community.class', input.place, input.value))
      const { class: proposal, facts } = await proposalsFor(db, input.place, input.from)
      const proposed = proposal?.value ?? null
      refuse(whyNotSilent(proposed, input.value, input.reason))
      const { from, ...level } = input
      const answer = answerNow(packs, { question: 'class', place: input.place, day: from, facts })
      const kept = { ...level, fact: 'community.class', valid_from: from, proposed, stricter: false, answer }
      await saveLevel(db, { ...kept, by_account: actor.account, at })
      return { id: input.id }
    },
  }),

  serve(chooseTier, {
    run: async ({ db, actor, input, at, packs }) => {
      refuse(whyNotLevel('tier.choice', input.place, input.value))
      const facts = factsIn(await recordedFor(db, input.place, input.from), input.place)
      const axes = tierOf(getPacks(), facts, input.place, input.from)
      if (!axes || axes.choice === 'not-needed') throw problems.nothingToChoose({})
      if (input.value !== axes.level.tier && input.value !== axes.class.tier) throw problems.nothingToChoose({})
      const { from, ...choice } = input
      const stricter = isStricter(input.value, axes)
      const answer = answerNow(packs, { question: 'tier', place: input.place, day: from, facts })
      const kept = { ...choice, fact: 'tier.choice', valid_from: from, proposed: null, source: '', stricter, answer }
      await saveLevel(db, { ...kept, by_account: actor.account, at })
      return { id: input.id }
    },
  }),
]
