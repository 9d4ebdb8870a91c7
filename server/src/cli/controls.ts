import { type Control, readControl } from '@wangdi/policy/engine/controls/control.ts'
import { askControls } from '@wangdi/policy/engine/controls/over-control.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { asksOf, dayFrom, factsFrom, linesOfAsks, placeFrom } from './facts.ts'
import { packsToAsk } from './packs-to-ask.ts'
import { readOptions, type Verb, WrongUsage } from './verb.ts'

function controlFrom(text: string): Control {
  const control = readControl(text)
  if ('problem' in control) throw new WrongUsage(`${control.problem.zh} · ${control.problem.en}`)
  return control
}

/** Compares controls with what the plan of the day allows; needs no database. */
export const controlsVerb: Verb = {
  usage:
    "controls check --place CODE --on DATE [--fact NAME=VALUE …] [--published] --control 'KIND[,scope=…][,days=N][,order=yes|no]' … [--json]",
  words: { zh: '核对管控有没有超出方案', en: 'Compares controls with the plan of the day' },
  async run(args) {
    const many = { type: 'string', multiple: true } as const
    const { values } = readOptions(
      args,
      { place: { type: 'string' }, on: { type: 'string' }, fact: many, control: many, published: { type: 'boolean' } },
      ['place', 'on', 'control'],
      ['check'],
    )
    const packs = await packsToAsk(values.published)
    const facts = factsFrom(packs, values.fact)
    const plan = planFor(packs, facts, placeFrom(values.place), dayFrom('on', values.on))
    const given = values.control ?? []
    const answer = askControls(packs, plan, facts, given.map(controlFrom))
    const findings = answer.findings.map(({ kind, control, limit, source }) => ({
      kind,
      control,
      limit: limit.zh,
      limit_en: limit.en,
      source,
    }))
    return {
      value: { findings, missing: answer.missing, asks: asksOf(packs, answer.missing) },
      lines: [
        ...(findings.length === 0 && answer.missing.length === 0 ? ['没有超出方案的管控'] : []),
        ...findings.map(
          (each) => `${each.kind} · ${each.limit}${each.source ? `（${each.source.document} ${each.source.section}）` : ''}`,
        ),
        ...linesOfAsks(packs, answer.missing),
      ],
    }
  },
}
