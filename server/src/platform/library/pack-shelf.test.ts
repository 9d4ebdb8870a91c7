import { readPackText } from '@wangdi/policy/engine/library/text.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { dengue, dengueCases } from '../../../test/given/packs.ts'
import { type House, startHouse } from '../../../test/house.ts'
import { inTransaction } from '../db.ts'
import { makeLog } from '../log.ts'
import { keepVersion, mostStale, openPackShelf } from './pack-shelf.ts'
import { readPublished } from './read-version.ts'

// The real things, watched and held up: how long a text takes says nothing on a busy machine.
vi.mock('./read-version.ts', async (original) => {
  const real = await original<typeof import('./read-version.ts')>()
  return { ...real, readPublished: vi.fn(real.readPublished) }
})
vi.mock('@wangdi/policy/engine/library/text.ts', async (original) => {
  const real = await original<typeof import('@wangdi/policy/engine/library/text.ts')>()
  return { ...real, readPackText: vi.fn(real.readPackText) }
})

let house: House
let persons: { submitted_by: string; published_by: string }
beforeAll(async () => {
  house = await startHouse()
  const [one, other] = [await house.as('policy-editor', ''), await house.as('policy-editor', '')]
  persons = { submitted_by: one.account, published_by: other.account }
})
afterAll(() => house?.close())
beforeEach(() => {
  vi.mocked(readPackText).mockClear()
  vi.mocked(readPublished).mockClear()
})

/** The shelf of another server process on the same database. */
const shelf = (elapsed?: () => number) =>
  openPackShelf({
    ...{ db: house.db, signer: house.signer, log: makeLog('silent') },
    ...{ today: house.clock.today(), now: house.clock.now(), ...(elapsed && { elapsed }) },
  })

/** Keeps a version of a pack as a publication does. */
async function publish(pack: string) {
  const texts = { body: dengue.replaceAll('dengue-', `${pack}-`), cases: dengueCases.replaceAll('dengue-', `${pack}-`) }
  const kept = {
    ...{ id: newId(), place: '41', pack: `${pack}-2026`, version: 1, valid_from: '2026-12-01', source: 'person' as const },
    ...{ ...texts, ...persons, published_at: house.clock.now().toISOString() },
  }
  const everywhere = { county: '', area: '', place: '', health: false }
  await inTransaction(house.db, everywhere, (db) => keepVersion(db, house.signer, kept))
  return texts
}

/** A version published here: its texts with the pack that was made of them before. */
async function publishHere(name: string) {
  const texts = await publish(name)
  const { pack } = readPackText({ file: '', text: texts.body, cases_file: '', cases: texts.cases })
  if (!pack) throw new Error('these texts make no pack')
  return { ...texts, pack }
}

const idsOf = (of: Awaited<ReturnType<typeof shelf>>) => of.versions().map(({ pack }) => pack)

test('what was published elsewhere is read in a thread, at the start and later; nobody waits for a long text', async () => {
  await publish('early')
  const other = await shelf()
  expect(idsOf(other)).toContain('early-2026')
  await publish('later')
  await other.refresh(true)
  expect(other.now().byId.get('later-2026')?.measures).toHaveLength(2)
  const read = vi.mocked(readPublished).mock.calls.map(([{ pack }]) => pack)
  expect(read).toEqual(expect.arrayContaining(['early-2026', 'later-2026']))
  expect(readPackText).not.toHaveBeenCalled()
})

test('what was published here was read before, and is not read again', async () => {
  const here = await shelf()
  vi.mocked(readPublished).mockClear()
  here.expectNew(await publishHere('own'))
  await here.refresh()
  expect(idsOf(here)).toContain('own-2026')
  expect(readPublished).not.toHaveBeenCalled()
})

test('a question that comes while an older look is still reading waits for what was published since', async () => {
  let elapsed = 0
  const here = await shelf(() => elapsed)
  await publish('first')
  const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
  const real = vi.mocked(readPublished).getMockImplementation() as typeof readPublished
  vi.mocked(readPublished).mockClear()
  vi.mocked(readPublished).mockImplementationOnce(async (texts) => {
    await free
    return real(texts)
  })
  elapsed = mostStale
  const older = here.refresh()
  await vi.waitFor(() => expect(readPublished).toHaveBeenCalled(), { timeout: 30_000 })
  here.expectNew(await publishHere('since'))
  const question = here.refresh()
  letGo()
  await Promise.all([older, question])
  expect(idsOf(here)).toEqual(expect.arrayContaining(['first-2026', 'since-2026']))
})
