import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [number, number, number]
/** A shape of a picture, in its pixels: a rectangle, or what is round within one. */
type Shape = readonly [x: number, y: number, wide: number, high: number, of: Colour, round?: 'round']

const [width, height] = [320, 240]
const wall: Colour = [214, 205, 190]
const ground: Colour = [150, 148, 142]
const dark: Colour = [92, 88, 80]
const yard: readonly Shape[] = [
  [0, 0, width, 150, wall],
  [0, 150, width, 90, ground],
  [24, 40, 54, 60, [120, 150, 170]],
  [240, 30, 60, 120, [130, 96, 70]],
]
const paper: Colour = [250, 249, 244]
const lines = [40, 62, 84, 106, 150, 172].map((y, nth): Shape => [110, y, nth === 4 ? 60 : 100, 6, [120, 120, 124]])

/** What the pictures of the demo show: drawn from a few shapes, of no real place and nobody. */
const pictures = {
  /** A heap at the foot of a wall. */
  heap: [
    ...yard,
    [110, 130, 120, 80, [121, 104, 82], 'round'],
    [150, 112, 50, 50, [96, 110, 84], 'round'],
    [126, 168, 26, 22, dark],
  ],
  /** The same wall, and nothing at its foot. */
  swept: yard,
  /** Water that stands on the ground. */
  puddle: [...yard, [70, 176, 190, 44, [96, 126, 150], 'round'], [110, 184, 90, 22, [126, 156, 178], 'round']],
  /** A door whose handle was wiped, with the bucket before it. */
  wiped: [
    ...yard,
    [120, 20, 80, 130, [176, 140, 104]],
    [180, 84, 10, 18, [230, 222, 150]],
    [60, 166, 44, 50, [80, 140, 170]],
    [56, 160, 52, 10, [60, 110, 140]],
  ],
  /** The slip of a shop. */
  slip: [[0, 0, width, height, [196, 178, 150]], [96, 16, 128, 208, paper], ...lines],
} as const satisfies Record<string, readonly Shape[]>
export type Picture = keyof typeof pictures
export const isPicture = (name: unknown): name is Picture => typeof name === 'string' && Object.hasOwn(pictures, name)

function holds([left, top, wide, high, , round]: Shape, x: number, y: number): boolean {
  if (x < left || y < top || x >= left + wide || y >= top + high) return false
  if (round === undefined) return true
  const [across, down] = [(x - left) / (wide / 2) - 1, (y - top) / (high / 2) - 1]
  return across * across + down * down <= 1
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

/** A picture of the demo as a PNG of a few kilobytes. */
export function drawn(name: Picture): Buffer {
  const shapes: readonly Shape[] = pictures[name]
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [, , , , colour] = shapes.findLast((shape) => holds(shape, x, y)) ?? [0, 0, 0, 0, ground]
      rows.set(colour, y * (1 + width * 3) + 1 + x * 3)
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
