import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import { confirmColour, getHealth, listTiers, recordHealth } from '@wangdi/domain/health/health.api.ts'
import { problems } from '@wangdi/domain/health/health.problems.ts'
import { byUrgency, vaccinationOf } from '@wangdi/domain/health/health.rules.ts'
import type { Colour } from '@wangdi/domain/health/health.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { getPacks } from '../platform/packs.ts'
import { type About, ofCommunity, serve } from '../platform/serve.ts'
import {
  findHome,
  type LedgerFilter,
  listDecisions,
  listHealthFacts,
  listLedger,
  saveDecision,
  saveHealthFacts,
} from './health.queries.ts'
import { tierRowsBy, withContact } from './tiers.ts'

async function aboutPerson(db: Db, { person }: { person: Id }): Promise<About> {
  const home = await findHome(db, person)
  if (!home) throw common.notFound({})
  return home
}

async function getTier(db: Db, person: Id, today: Day) {
  const home = await findHome(db, person)
  if (!home) throw common.notFound({})
  const [row] = await listLedger(db, { ...ledger(home.place, today), person })
  if (!row) throw common.notFound({})
  const [tier] = await withContact(db, home.place, [tierRowsBy(getPacks(), today)(row)], today)
  if (!tier) throw common.notFound({})
  return { community: home.place, tier }
}

const ledger = (community: CommunityCode, today: Day): LedgerFilter => ({
  community,
  today,
  bornUntil: birthdaysOf('elder', today).until,
})

/** The graded ledger of key persons (国卫明电〔2022〕509号): the table proposes, a doctor confirms. */
export const healthVerbs = [
  serve(listTiers, {
    about: ofCommunity,
    run: async ({ db, actor, input, reach, today, saw }) => {
      const gridsOf = reach === 'grid' ? actor.account : undefined
      const { community, dwelling, grid } = input
      const rows = await listLedger(db, { ...ledger(community, today), dwelling, grid, gridsOf })
      const graded = rows.map(tierRowsBy(getPacks(), today)).sort(byUrgency)
      const tiers = await withContact(db, community, graded, today)
      const of = (colour: Colour | null) => tiers.filter((tier) => tier.colour === colour).length
      const contacts = (state: 'due' | 'done' | 'no-answer') => tiers.filter(({ contact }) => contact.state === state).length
      const found = tiers.filter(
        (tier) =>
          (input.colour === undefined || tier.colour === input.colour) &&
          (input.state === undefined ||
            (input.state === 'unconfirmed' ? tier.state !== 'confirmed' : tier.state === input.state)) &&
          (input.vaccination === undefined || (tier.health.doses === null) === (input.vaccination === 'unknown')) &&
          (input.contact === undefined || tier.contact.state === input.contact) &&
          (!input.unvisited || tier.contact.last === null),
      )
      const size = input.size ?? 50
      const from = (input.page ?? 0) * size
      const shown = found.slice(from, from + size)
      // Of one door the counts alone tell of those behind it, whatever rows are asked for.
      saw((dwelling === undefined ? shown : tiers).map(({ person }) => person))
      return {
        rows: shown,
        total: found.length,
        counts: {
          people: tiers.length,
          green: of('green'),
          yellow: of('yellow'),
          red: of('red'),
          unknown: of(null),
          unconfirmed: tiers.filter(({ state }) => state !== 'confirmed').length,
          open: tiers.filter(({ state }) => state === 'open').length,
          changed: tiers.filter(({ state }) => state === 'changed').length,
          vaccination_unknown: tiers.filter(({ health }) => health.doses === null).length,
          contact_due: contacts('due'),
          contact_done: contacts('done'),
          no_answer: contacts('no-answer'),
          infected: tiers.filter(({ health }) => health.infected_since !== null).length,
        },
      }
    },
  }),

  serve(getHealth, {
    about: aboutPerson,
    run: async ({ db, input, today, note }) => {
      const { tier } = await getTier(db, input.person, today)
      note({ person: input.person })
      const facts = await listHealthFacts(db, input.person)
      return {
        ...tier,
        facts: facts.map((fact) => ({ ...fact, vaccination: vaccinationOf(fact.doses) })),
        decisions: await listDecisions(db, input.person),
      }
    },
  }),

  serve(confirmColour, {
    about: aboutPerson,
    run: async ({ db, actor, input, today, at, note }) => {
      const { community, tier } = await getTier(db, input.person, today)
      const proposed = tier.proposal.value as Colour | null
      const reason = input.reason?.trim() ?? ''
      if (proposed !== input.colour && reason === '') throw problems.needsReason({})
      const { id, person, colour } = input
      await saveDecision(db, { id, community, person, colour, proposed, reason, by_account: actor.account, at })
      note({ person })
      return { id }
    },
  }),

  serve(recordHealth, {
    about: aboutPerson,
    run: async ({ db, actor, input, today, note }) => {
      const { disease, doses, last_dose_on, infected_since } = input
      if ([disease, doses, last_dose_on, infected_since].every((told) => told === undefined)) throw problems.nothingTold({})
      if ([input.stated_on, last_dose_on, infected_since].some((day) => day && day > today)) throw problems.inFuture({})
      const home = await findHome(db, input.person)
      if (!home) throw common.notFound({})
      const made = await saveHealthFacts(db, [{ ...input, community: home.place, by_account: actor.account }])
      if (made === 0) throw common.commandReused({})
      note({ person: input.person })
      return { id: input.id }
    },
  }),
]
