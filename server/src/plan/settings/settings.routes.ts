import { countyOf } from '@wangdi/domain/place-code.ts'
import { problems } from '@wangdi/domain/plan/plan.problems.ts'
import { type ChoosableSetting, choosePlanSetting, readPlanSettings } from '@wangdi/domain/plan/settings/settings.ts'
import { chosenName, takenBack } from '@wangdi/domain/regimes/chosen.rules.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { listChoosable } from '@wangdi/policy/engine/setting.ts'
import { v7 as newId } from 'uuid'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { factsOf, recordedFor, saveFacts } from '../../regimes/index.ts'

const noWords = { zh: '', en: '' }

/** The numbers that no clause gives: proposed by us, chosen by the county within bounds. */
export const planSettingVerbs: readonly Served[] = [
  serve(readPlanSettings, {
    run: async ({ db, input: { place }, today }) => {
      const packs = getPacks()
      const county = countyOf(place)
      const facts = await factsOf(db, place, today)
      const { stated } = await recordedFor(db, county, today)
      const { measures } = planFor(packs, facts, place, today)
      const settings = listChoosable(packs, facts, place, today).flatMap((setting): ChoosableSetting[] => {
        const { name, note, unit, value, proposed, bounds } = setting
        if (!bounds) return []
        const said = stated.get(chosenName(name))
        const number = said && said.value !== takenBack ? Number(said.value) : null
        return [
          {
            ...{ name, words: note ?? noWords, unit: unit ?? noWords, value, proposed, ...bounds },
            chosen: said ? { value: number, reason: said.source, by: said.by, day: said.day, at: said.at } : null,
            measures: measures
              .filter(({ figure }) => figure?.name === name)
              .map(({ id, text, source }) => ({ id, text, source })),
          },
        ]
      })
      return { county, settings }
    },
  }),

  serve(choosePlanSetting, {
    run: async ({ db, input: { place, name, value, reason }, actor, at, today, note }) => {
      if (place.length !== 6) throw problems.settingOfCounty({})
      const found = listChoosable(getPacks(), {}, place, today).find((setting) => setting.name === name)
      if (!found?.bounds) throw problems.noSuchSetting({ name })
      const { at_least, at_most } = found.bounds
      if (value !== null && (value < at_least || value > at_most)) throw problems.outsideBounds({ at_least, at_most })
      const fact = { id: newId(), place, name: chosenName(name), value: value === null ? takenBack : String(value), day: today }
      await saveFacts(db, [{ ...fact, source: reason, by_account: actor.account, at }])
      note({ setting: name, value: String(value ?? found.proposed) })
      return { value: value ?? found.proposed }
    },
  }),
]
