import type { Readable } from 'node:stream'

/**
 * Takes what still comes of a body that was refused, and throws it away: who still sends reads the answer only when all is sent. As
 * many bytes as a file may have, for a minute.
 */
export function passOver(bytes: Readable, most: number): void {
  if (bytes.destroyed || bytes.readableEnded) return
  let left = most
  const timer = setTimeout(() => bytes.destroy(), 60_000).unref()
  bytes.once('close', () => clearTimeout(timer)).on('error', () => {})
  bytes.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) bytes.destroy()
  })
}
