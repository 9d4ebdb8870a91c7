import { applyRows, byBlock, emptyHeld, type Held } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldRows, HeldSetting } from '@wangdi/domain/sync/sync.ts'
import type { Position, Store } from './store.ts'
import { open, seal } from './vault.ts'

/** What the phone holds, sealed block by block (a building each) and open in memory. */
export interface Holding {
  held(): Held
  setting(): HeldSetting | undefined
  position(): Position | undefined
  /** Puts a new state in place, on the phone first: changed blocks and position in one transaction. */
  keep(next: { held?: Held; setting?: HeldSetting; position?: Position }): Promise<void>
  /** Forgets all doors, so that a download begins anew; the outbox is elsewhere and stays. */
  clear(): Promise<void>
}

const settingBlock = 'setting'

/** Opens what lies in the store. */
export async function openHolding(store: Store, key: CryptoKey): Promise<Holding> {
  const written = new Map<string, string>()
  let held = emptyHeld()
  let setting: HeldSetting | undefined
  let position = await store.find<Position>('position')
  for (const { id, sealed } of await store.block.toArray()) {
    const value = await open<unknown>(key, `block:${id}`, sealed)
    written.set(id, JSON.stringify(value))
    if (id === settingBlock) setting = value as HeldSetting
  }
  // Rows hang on each other across kinds, never across blocks, but for the common one.
  const rows = [...written].filter(([id]) => id !== settingBlock).map(([, text]) => JSON.parse(text) as HeldRows)
  held = applyRows(held, joined(rows))

  async function changedBlocks(next: Held, nextSetting: HeldSetting | undefined) {
    const blocks = new Map<string, unknown>(byBlock(next))
    if (nextSetting) blocks.set(settingBlock, nextSetting)
    const texts = new Map([...blocks].map(([id, value]) => [id, JSON.stringify(value)]))
    const put = []
    for (const [id, text] of texts)
      if (written.get(id) !== text) put.push({ id, sealed: await seal(key, `block:${id}`, blocks.get(id)) })
    return { texts, put, gone: [...written.keys()].filter((id) => !texts.has(id)) }
  }

  return {
    held: () => held,
    setting: () => setting,
    position: () => position,
    async keep(next) {
      const now = { held: next.held ?? held, setting: next.setting ?? setting, position: next.position ?? position }
      const { texts, put, gone } = await changedBlocks(now.held, now.setting)
      await store.transaction('rw', store.block, store.plain, async () => {
        await store.block.bulkPut(put)
        await store.block.bulkDelete(gone)
        if (now.position) await store.keep('position', now.position)
      })
      written.clear()
      for (const [id, text] of texts) written.set(id, text)
      held = now.held
      setting = now.setting
      position = now.position
    },
    async clear() {
      await store.transaction('rw', store.block, store.plain, async () => {
        await store.block.clear()
        await store.plain.delete('position')
      })
      written.clear()
      held = emptyHeld()
      setting = undefined
      position = undefined
    },
  }
}

function joined(all: readonly HeldRows[]): HeldRows {
  const rows: Record<string, unknown[]> = {}
  for (const one of all) for (const [kind, own] of Object.entries(one)) (rows[kind] ??= []).push(...(own ?? []))
  return rows as HeldRows
}
