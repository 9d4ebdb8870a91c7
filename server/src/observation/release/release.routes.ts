import { problems as queueProblems } from '@wangdi/domain/observation/queue/queue.problems.ts'
import { releaseObservations } from '@wangdi/domain/observation/release/release.api.ts'
import { checksOf, releasedOn, whyNotRelease } from '@wangdi/domain/observation/release/release.rules.ts'
import { type Problem, problems as common } from '@wangdi/domain/problem.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { answersOf } from '../../platform/commands/each.ts'
import { countyOf } from '../../platform/db.ts'
import { ofCommunity, serve } from '../../platform/serve.ts'
import { drawCodes, findOffice, saveCodes, takeNumbers } from '../notice/office.queries.ts'
import { listReadings } from '../reading.queries.ts'
import { listToRelease, lockStays, type NewRelease, saveReleases } from './release.queries.ts'

/** The release of people whose observation is over: decided by a named person of county health (R-LAW-9). */
export const releaseVerbs = [
  serve(releaseObservations, {
    about: ofCommunity,
    run: async ({ db, actor, input, at, today, note, saw }) => {
      const { place, items, tests = '' } = input
      const county = countyOf(db)
      const { office } = await findOffice(db, county)
      if (!office) throw queueProblems.officeMissing({})
      const letters = office.release_letters
      const series = { county, series: 'release', letters, day: today } as const
      // Orders are never changed, so nothing of them can be locked: whoever takes numbers waits for whoever took some before.
      await takeNumbers(db, { ...series, count: 0 })
      await lockStays(
        db,
        items.map(({ observation }) => observation),
      )
      const stays = new Map(
        (
          await listToRelease(
            db,
            place,
            items.map(({ observation }) => observation),
          )
        ).map((stay) => [stay.id, stay]),
      )
      const refused = new Map<Id, Problem>()
      for (const { observation } of items) {
        const stay = stays.get(observation)
        const why = stay ? whyNotRelease(stay, tests, today) : common.notFound({})
        if (why) refused.set(observation, why)
      }
      const fit = items.flatMap(({ id, observation }) => {
        const stay = refused.has(observation) ? undefined : stays.get(observation)
        return stay ? [{ id, stay }] : []
      })
      const readings = Map.groupBy(
        await listReadings(
          db,
          fit.map(({ stay }) => stay.id),
        ),
        ({ observation }) => observation,
      )
      const numbers = await takeNumbers(db, { ...series, count: fit.length })
      const codes = drawCodes(county, fit.length)
      const releases = fit.map(({ id, stay }, nth): NewRelease => {
        const asked = stay.phases.some((phase) => phase.tests.length > 0)
        return {
          ...{ id, community: stay.community, observation: stay.id, issuer: office.issuer },
          ...{ number: numbers[nth] ?? '', code: codes[nth] ?? '', released_on: releasedOn(stay) },
          checks: checksOf(readings.get(stay.id) ?? [], asked ? tests : ''),
          ...{ decided_by: actor.account, decided_at: at },
        }
      })
      await saveReleases(db, releases)
      await saveCodes(
        db,
        county,
        releases.map(({ code, issuer, released_on }) => ({
          code,
          kind: 'release',
          issuer,
          issued_on: today,
          until: released_on,
        })),
      )
      note({ released: String(releases.length) })
      saw(fit.map(({ stay }) => stay.person))
      const [first, last] = [releases[0], releases.at(-1)]
      return {
        answers: answersOf(
          items.map(({ observation }) => observation),
          refused,
        ),
        numbers: first && last ? { first: first.number, last: last.number } : null,
      }
    },
  }),
]
