import { fileProblems } from '@wangdi/domain/kinds/file/file.problems.ts'
import { judgeSides } from './reading.ts'

// Markers of ITU-T T.81, table B.1. What is seen: frame, tables, restart interval, scans.
const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const frames = new Set([0xc0, 0xc1, 0xc2])
const tables = new Set([0xc4, 0xdb, 0xdd])
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
// What programs add: position, device, thumbnails, colour profiles, remarks.
const isAside = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe

/** A picture sent in layers has about ten of them; hundreds only keep whoever opens it busy. */
const mostScans = 32

const no = () => fileProblems.notImage({})

/** Where the coded picture that begins there ends: at the next marker that is no restart; a zero after 0xff is part of it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  throw no()
}

/**
 * A JPEG of which nothing is left but the picture: without EXIF, position, device, thumbnails and remarks. Throws
 * `kinds.file-not-image` where it is none, `kinds.file-more-inside` where something follows its end, `kinds.file-too-wide`.
 */
export function plainJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let hasFrame = false
  let scans = 0
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) throw no()
    while (bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1] ?? startOfImage
    if (marker === endOfImage) {
      if (scans === 0) throw no()
      if (at + 2 !== bytes.length) throw fileProblems.moreInside({})
      return Buffer.concat([...kept, bytes.subarray(at)])
    }
    if (at + 4 > bytes.length) throw no()
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) throw no()
    if (frames.has(marker)) {
      if (hasFrame || length < 8) throw no()
      judgeSides(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
      hasFrame = true
    } else if (marker === startOfScan) {
      if (!hasFrame || ++scans > mostScans) throw no()
    } else if (!tables.has(marker) && !isAside(marker)) throw no()
    const next = marker === startOfScan ? endOfScan(bytes, end) : end
    if (!isAside(marker)) kept.push(bytes.subarray(at, next))
    at = next
  }
}
