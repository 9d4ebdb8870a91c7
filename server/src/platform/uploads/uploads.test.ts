import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openUploads } from './uploads.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'wangdi-uploads-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const rules = { fileBytes: 1000, accountBytes: 1500, wholeBytes: 2500 }
const of = (bytes: number) => Readable.from([Buffer.alloc(bytes, 'a')])

/** A place for uploads of its own, with a clock set by hand. */
function place() {
  const folder = mkdtempSync(join(root, 'place-'))
  const clock = { ms: 0 }
  const uploads = openUploads(folder, rules, () => clock.ms)
  onTestFinished(() => uploads.close())
  return { folder, clock, uploads, names: () => readdirSync(folder) }
}

test('a file that came up is found by its account for two hours, and by nobody else', async () => {
  const { uploads, clock, names } = place()
  const { file, bytes } = await uploads.keep('one', of(10))
  expect(bytes).toBe(10)
  expect(readFileSync(uploads.findPath('one', file) ?? '', 'utf8')).toBe('aaaaaaaaaa')
  expect(uploads.findPath('another', file)).toBeUndefined()
  clock.ms += 2 * 3_600_000
  expect(uploads.findPath('one', file)).toBeUndefined()
  await uploads.keep('another', of(1))
  expect(names()).toHaveLength(1)
})

test('a file over the limit, one that is cut off, and one more than the account may have leave nothing behind', async () => {
  const { uploads, names } = place()
  await expect(uploads.keep('one', of(1001))).rejects.toMatchObject({ code: 'upload.too-large' })
  const cut = async function* () {
    yield Buffer.alloc(100)
    throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  }
  await expect(uploads.keep('one', Readable.from(cut()))).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(names()).toEqual([])
  await uploads.keep('one', of(900))
  await expect(uploads.keep('one', of(700))).rejects.toMatchObject({ code: 'upload.account-full' })
  expect(names()).toHaveLength(1)
})

test('what an account has imported makes room for its next file; what it has not stays', async () => {
  const { uploads } = place()
  const first = await uploads.keep('one', of(700))
  const second = await uploads.keep('one', of(700))
  uploads.used('one', second.file)
  const third = await uploads.keep('one', of(700))
  expect(uploads.findPath('one', first.file)).toBeDefined()
  expect(uploads.findPath('one', second.file)).toBeUndefined()
  expect(uploads.findPath('one', third.file)).toBeDefined()
})

test('the house as a whole keeps no more than its share, whoever sends', async () => {
  const { uploads, names } = place()
  for (const account of ['one', 'two']) await uploads.keep(account, of(1000))
  await expect(uploads.keep('three', of(600))).rejects.toMatchObject({
    code: 'upload.full',
    facts: { seconds: expect.any(Number) },
  })
  await uploads.keep('three', of(500))
  expect(names()).toHaveLength(3)
})

test('one account has no more than three on their way at once, and its place is free again when they are through', async () => {
  const { uploads } = place()
  const slow = Array.from({ length: 3 }, () => new Readable({ read() {} }))
  const coming = slow.map((stream) => uploads.keep('one', stream))
  await expect(uploads.keep('one', of(1))).rejects.toMatchObject({ code: 'heavy.busy' })
  for (const stream of slow) stream.push(null)
  await Promise.all(coming)
  await uploads.keep('one', of(1))
})

test('what another run left behind, half files among it, is swept at start', async () => {
  const { uploads, folder, names } = place()
  writeFileSync(join(folder, 'left-by-a-kill'), 'half')
  mkdirSync(join(folder, 'inner'))
  expect(await uploads.sweep()).toBe(2)
  expect(names()).toEqual([])
})

// A disk of one megabyte, where this user may make one.
const disk = join(tmpdir(), `wangdi-small-disk-${process.pid}`)
const hasSmallDisk = (() => {
  try {
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk], { stdio: 'ignore' })
    return true
  } catch {
    rmSync(disk, { recursive: true, force: true })
    return false
  }
})()
afterAll(() => {
  if (hasSmallDisk) execFileSync('umount', [disk])
  if (existsSync(disk)) rmSync(disk, { recursive: true })
})

test.runIf(hasSmallDisk)('a full disk ends the upload, and the half file is gone', async () => {
  const roomy = { fileBytes: 10_000_000, accountBytes: 10_000_000, wholeBytes: 10_000_000 }
  const uploads = openUploads(disk, roomy, () => 0)
  const chunks = Array.from({ length: 40 }, () => Buffer.alloc(65_536))
  await expect(uploads.keep('one', Readable.from(chunks))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(readdirSync(disk)).toEqual([])
  await uploads.keep('one', Readable.from(chunks.slice(0, 5)))
  await uploads.close()
  expect(readdirSync(disk)).toEqual([])
})
