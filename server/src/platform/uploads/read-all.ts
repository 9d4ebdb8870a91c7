import type { Problem } from '@wangdi/domain/problem.ts'
import type { Readable } from 'node:stream'

/** The whole body in memory; throws what `tooLarge` makes once it has more bytes than `most`, and ends when `signal` fires. */
export async function readAll(body: Readable, most: number, signal: AbortSignal, tooLarge: () => Problem): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  const cut = () => body.destroy()
  signal.addEventListener('abort', cut)
  try {
    // A stream that ended here would end its connection too, and with it the answer that says why.
    for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length
      if (size > most) throw tooLarge()
      parts.push(part)
    }
  } finally {
    signal.removeEventListener('abort', cut)
  }
  return Buffer.concat(parts)
}
