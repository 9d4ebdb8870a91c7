// Every verb of the house has a place where people use it, and what cannot be taken back is never one press away.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const sources = (folder: string) =>
  globSync(`${folder}/src/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(new URL(file, root), 'utf8') }))
const faces = {
  console: sources('console'),
  field: sources('field'),
  'command line': sources('server').filter(({ file }) => file.includes('/cli/')),
}

/** A verb with the name under which it is exported and the module it stands in. */
interface Verb {
  readonly endpoint: Endpoint
  readonly exported: string
  readonly module: string
}

const isEndpoint = (one: unknown): one is Endpoint =>
  typeof one === 'object' && one !== null && 'at' in one && 'writes' in one && 'words' in one

const verbs: Verb[] = []
for (const file of globSync('domain/src/**/*.ts', { cwd: root })) {
  if (file.endsWith('.test.ts')) continue
  for (const [exported, one] of Object.entries((await import(new URL(file, root).href)) as object))
    if (isEndpoint(one)) verbs.push({ endpoint: one, exported, module: basename(file) })
}

// A verb is used where its module is imported under its name: `sendBack` of packs.words is not the verb of that name.
const imports = (text: string, { exported, module }: Verb) =>
  [...text.matchAll(/import (?:type )?\{([^}]*)\} from '[^']*\/([\w.-]+\.ts)'/g)].some(
    ([, names = '', from]) => from === module && new RegExp(`(^|[^\\w])${exported}($|[^\\w])`).test(names),
  )
const usedIn = (verb: Verb, face: keyof typeof faces) => faces[face].filter(({ text }) => imports(text, verb))

/** Verbs that no page, phone or command names, and why that is right. */
const unused: Readonly<Record<string, string>> = {
  'places.set-use': 'what a dwelling is used for is said with the visit to it (rounds.record-visit)',
  'rounds.visits': 'the visits of a door stand on the card of its household',
  'kinds.given': 'the phone asks it by its own reader of streams (field/src/sync/http.ts)',
  'sync.snapshot': 'the phone asks it by its own reader of streams (field/src/sync/pull.ts)',
  'sync.changes': 'the phone asks it by its own reader of streams (field/src/sync/pull.ts)',
}

test('every verb is used on the console, on the phone or at the command line, or says why not', () => {
  expect(verbs.length).toBeGreaterThan(200)
  const nowhere = verbs
    .filter((verb) => (['console', 'field', 'command line'] as const).every((face) => usedIn(verb, face).length === 0))
    .map(({ endpoint }) => endpoint.name)
  expect(nowhere.sort()).toEqual(Object.keys(unused).sort())
})

/**
 * How each command is kept from being one press that cannot be taken back. `asks`: the one question of the console; `dialog`: a dialog
 * of its own that says what follows, with cancel; `written`: several things are filled in first, and a later one corrects it; else
 * the verb that takes it back.
 */
const kept: Readonly<Record<string, 'asks' | 'dialog' | 'written' | `back: ${string}`>> = {
  'demo.set-clock': 'back: demo.set-clock',
  'documents.confirm-receipt': 'asks',
  'documents.enter': 'dialog',
  'documents.publish-draft': 'dialog',
  'documents.replace': 'dialog',
  'documents.return-draft': 'dialog',
  'documents.save-draft': 'back: documents.return-draft',
  'documents.state-task': 'dialog',
  'documents.submit-draft': 'back: documents.return-draft',
  'health.confirm-colour': 'dialog',
  'health.record-facts': 'dialog',
  'observation.answer-alert': 'asks',
  'observation.assess-home': 'dialog',
  'observation.decide': 'asks',
  'observation.decide-arrivals': 'dialog',
  'observation.deliver-notice': 'dialog',
  'observation.deliver-release': 'dialog',
  'observation.end': 'dialog',
  'observation.hand-over': 'dialog',
  'observation.record-call': 'dialog',
  'observation.record-reading': 'dialog',
  'observation.release': 'dialog',
  'observation.save-office': 'dialog',
  'observation.send-back': 'written',
  'observation.withdraw-decision': 'written',
  'observation.withdraw-release': 'dialog',
  'people.add': 'dialog',
  'people.check-arrival': 'written',
  'people.check-arrivals': 'written',
  'people.correct': 'dialog',
  'people.import-arrivals': 'written',
  'people.import-elders': 'written',
  'people.import-residents': 'written',
  'people.keep-apart': 'back: people.link',
  'people.link': 'back: people.unlink',
  'people.note-unanswered': 'asks',
  'people.record-advice': 'written',
  'people.record-arrival': 'dialog',
  'people.review-mark': 'back: people.set-mark',
  'people.set-mark': 'written',
  'people.settle-address': 'back: people.unsettle-address',
  'people.settle-words': 'back: people.unsettle-words',
  'people.undo-import': 'dialog',
  'people.unlink': 'back: people.link',
  'people.unsettle-address': 'back: people.settle-address',
  'people.unsettle-words': 'back: people.settle-words',
  'places.assign-dwellings': 'dialog',
  'places.grid-save': 'dialog',
  'places.save-building': 'asks',
  'places.save-estate': 'dialog',
  'places.set-load-band': 'dialog',
  'plan.add-measure': 'dialog',
  'plan.allow-control': 'dialog',
  'plan.answer-control': 'dialog',
  'plan.confirm-stopped': 'dialog',
  'plan.choose-setting': 'dialog',
  'plan.detail-measure': 'dialog',
  'plan.end-old-measures': 'dialog',
  'plan.end-own-measure': 'dialog',
  'plan.judge-measure': 'dialog',
  'plan.mark-places': 'dialog',
  'plan.name-line-owner': 'dialog',
  'plan.state-measure': 'dialog',
  'plan.stop-control': 'dialog',
  'plan.tell-control': 'dialog',
  'plan.warn-control': 'dialog',
  'regimes.answer-objection': 'dialog',
  'regimes.choose-tier': 'written',
  'regimes.close-response': 'dialog',
  'regimes.confirm-class': 'dialog',
  'regimes.confirm-level': 'dialog',
  'regimes.drop-order-draft': 'asks',
  'regimes.keep-order': 'dialog',
  'regimes.lift-order': 'dialog',
  'regimes.open-response': 'asks',
  'regimes.publish-order': 'asks',
  'regimes.record-facts': 'dialog',
  'regimes.record-objection': 'dialog',
  'regimes.review-response': 'dialog',
  'regimes.save-order-draft': 'back: regimes.drop-order-draft',
  'regimes.shorten-order': 'dialog',
  'reports.confirm': 'dialog',
  'reports.correct': 'written',
  'reports.decide-demand': 'asks',
  'reports.end-demand': 'written',
  'reports.explain-line': 'written',
  'reports.file-demand': 'dialog',
  'reports.renew-demand': 'written',
  'reports.say-line': 'written',
  'reports.tell-demand': 'dialog',
  'requests.accept': 'dialog',
  'requests.answer': 'dialog',
  'requests.ask-place': 'dialog',
  'requests.ask-review': 'dialog',
  'requests.record-step': 'dialog',
  'requests.review': 'dialog',
  'requests.decide-errand': 'dialog',
  'requests.take': 'dialog',
  'requests.tell-side': 'dialog',
  'rights.assess-destruction': 'written',
  'rights.assess-impact': 'dialog',
  'rights.decide-destruction': 'asks',
  'rights.execute-destruction': 'asks',
  'rights.issue-residence-proof': 'dialog',
  'rights.record-audit': 'dialog',
  'rights.refuse-certificate': 'dialog',
  'rights.set-end-terms': 'written',
  'rounds.close-round': 'dialog',
  'rounds.open-round': 'dialog',
  'rounds.record-inspection': 'dialog',
  'rounds.record-visit': 'written',
  'rounds.settle-finding': 'dialog',
  'session.end': 'asks',
  'staff.assign-grid': 'dialog',
  'staff.end-member': 'dialog',
  'staff.end-sessions': 'dialog',
  'staff.reset-password': 'dialog',
  'staff.save': 'dialog',
  'staff.save-member': 'dialog',
  'staff.show-duty-phone': 'back: staff.show-duty-phone',
  'staff.switch-off': 'dialog',
  'staff.switch-on': 'dialog',
}

test('every command asks first, is a form of its own, or has a verb that takes it back', () => {
  const commands = verbs.filter(({ endpoint }) => endpoint.writes && !(endpoint.name in unused))
  expect(Object.keys(kept).sort()).toEqual(commands.map(({ endpoint }) => endpoint.name).sort())
  const shown = {
    asks: /useAskFirst\(\)/,
    dialog: /<Modal\b/,
    written: /<(Input|InputNumber|Select|Radio|Checkbox|textarea|input|Keypad|Preview|ChooseGroup)\b|onKey|mapping/,
  }
  for (const verb of commands) {
    const how = kept[verb.endpoint.name] ?? ''
    if (how.startsWith('back: ')) {
      const back = verbs.find(({ endpoint }) => endpoint.name === how.slice(6))
      expect(back && [...usedIn(back, 'console'), ...usedIn(back, 'field')].length, verb.endpoint.name).toBeGreaterThan(0)
      continue
    }
    const where = [...usedIn(verb, 'console'), ...usedIn(verb, 'field')]
    expect(
      where.filter(({ text }) => shown[how as keyof typeof shown].test(text)).map(({ file }) => file),
      `${verb.endpoint.name} ${how}`,
    ).not.toEqual([])
  }
})
