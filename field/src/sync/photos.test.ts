import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { modelServer } from '../../test/model-server.ts'
import { openEngine } from './engine.ts'
import { Store } from './store.ts'
import { makeLock } from './vault.ts'

const me = { account: 'me', name: '吴晓彤' }
const title = { building: '环境巡查', room: '', text: '菜市场' }
const jpeg = (text: string) => new Blob([text], { type: 'image/jpeg' })
let numbers = 0

async function phone(server: ReturnType<typeof modelServer>) {
  const store = new Store(`photos-${numbers++}`)
  const { key } = await makeLock('135790', 1000)
  let later = 0
  const now = () => Date.UTC(2026, 10, 20, 2) + later
  const start = () => openEngine({ store, key, road: server.road, me, newId: () => `look-${numbers++}`, now })
  let engine = await start()
  return {
    engine: () => engine,
    store,
    wait: (days: number) => void (later += days * 86_400_000),
    restart: async () => void (engine = await start()),
    look: (photos: readonly string[]) =>
      engine.record(
        'rounds.patrol.record',
        { id: `check-${numbers++}`, thing: 'market', v: 2, fields: { done: 'seen', photos } },
        title,
      ),
    left: async () => (await store.photo.toArray()).map(({ id }) => id),
  }
}

test('a photo taken without network lies sealed on the phone, goes up before its record, and is gone from the phone then', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  server.away('network.none')
  await own.engine().photos.keep('one', jpeg('钱小满的门口'))
  const { id } = await own.look(['one'])
  await own.engine().sync()
  await own.restart()
  const [kept] = await own.store.photo.toArray()
  expect(new TextDecoder().decode(kept?.sealed.data)).not.toContain('钱小满')
  expect(await (await own.engine().photos.find('one'))?.text()).toBe('钱小满的门口')
  server.away(undefined)
  await own.engine().sync()
  expect(server.performed).toEqual(['rounds.patrol record one', id])
  expect([server.photos.get('one'), await own.left()]).toEqual(['钱小满的门口', []])
})

test('a record whose photo is refused is refused with that reason, and holds up no other; given up, its photo goes', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  await own.engine().photos.keep('bad', new Blob(['no picture'], { type: 'text/plain' }))
  await own.engine().photos.keep('good', jpeg('good'))
  const bad = await own.look(['bad'])
  await own.look(['good'])
  await own.engine().sync()
  expect(
    own
      .engine()
      .entries()
      .map(({ state, problem }) => problem?.code ?? state),
  ).toEqual(['kinds.file-not-image', 'done'])
  expect(await own.left()).toEqual(['bad'])
  await own.engine().settle(bad.id, 'theirs')
  expect(await own.left()).toEqual([])
})

test('a photo that no form and no record asks for any more leaves the phone; one that waits stays, and all go with the phone', async () => {
  const server = modelServer(3)
  const own = await phone(server)
  for (const id of ['loose', 'stuck']) await own.engine().photos.keep(id, jpeg(id))
  await own.engine().photos.keep('bad', new Blob(['x'], { type: 'text/plain' }))
  await own.look(['bad', 'stuck'])
  await own.engine().sync()
  own.wait(9)
  await own.engine().photos.keep('new', jpeg('new'))
  await own.engine().sync()
  expect((await own.left()).toSorted()).toEqual(['bad', 'new', 'stuck'])
  await own.store.destroy()
  expect(await own.left()).toEqual([])
})
