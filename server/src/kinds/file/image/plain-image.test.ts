// What comes up as a photo: what is kept of it, and what is refused; over real bytes of both kinds.
import { deflateSync } from 'node:zlib'
import { photoLimits } from '@wangdi/domain/kinds/file/photo-limits.ts'
import { expect, test } from 'vitest'
import { chunk, gpsExif, jpeg, png, remark } from '../../../../test/given/photos.ts'
import { zipOf } from '../../../../test/zip.ts'
import { plainImage } from './plain-image.ts'

const refusal = (bytes: Buffer) =>
  plainImage(bytes).then(
    () => 'kept',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  )

test('of a JPEG nothing is left but the picture: no position, no device, no remark, no head of the program', async () => {
  const shot = jpeg({ width: 320, height: 240, aside: Buffer.concat([gpsExif(), remark('钱小满在家')]) })
  expect(shot.includes('WangdiPhone')).toBe(true)
  const { mime, bytes } = await plainImage(shot)
  expect(mime).toBe('image/jpeg')
  for (const said of ['Exif', 'WangdiPhone', '钱小满', 'JFIF', 'GPS']) expect([said, bytes.includes(said)]).toEqual([said, false])
  expect(shot.length - bytes.length).toBe(gpsExif().length + remark('钱小满在家').length + 18)
  expect((await plainImage(bytes)).bytes).toEqual(bytes)
})

test('of a PNG nothing is left but the picture', async () => {
  const aside = Buffer.concat([chunk('tEXt', Buffer.from('Author\0WangdiPhone')), chunk('eXIf', gpsExif().subarray(10))])
  const { mime, bytes } = await plainImage(png({ aside }))
  expect([mime, bytes]).toEqual(['image/png', png()])
})

test('what is no photo is refused, whatever it calls itself', async () => {
  const half = jpeg({ aside: gpsExif() })
  const none = [
    Buffer.alloc(0),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'),
    Buffer.from('%PDF-1.7\n%%EOF'),
    Buffer.from('RIFF\x1a\0\0\0WEBPVP8L'),
    Buffer.from([0xff, 0xd8, 0xff]),
    half.subarray(0, half.length - 2),
    half.subarray(0, 30),
    Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    jpeg({ width: 0 }),
    png().subarray(0, 40),
    png({ packed: deflateSync(Buffer.alloc(10)) }),
    png({ packed: Buffer.from('no picture') }),
    png().fill(7, 17, 18),
  ]
  for (const [nth, bytes] of none.entries()) expect([nth, await refusal(bytes)]).toEqual([nth, 'kinds.file-not-image'])
})

test('a picture whose end something follows is refused: an archive, a page, a second picture', async () => {
  const hidden = [zipOf([['a.txt', 'x']]), Buffer.from('<script>alert(1)</script>'), jpeg()]
  for (const more of hidden) {
    expect(await refusal(Buffer.concat([jpeg(), more]))).toBe('kinds.file-more-inside')
    expect(await refusal(Buffer.concat([png(), more]))).toBe('kinds.file-more-inside')
  }
  const packed = Buffer.concat([deflateSync(Buffer.alloc(72)), Buffer.from('hidden')])
  expect(await refusal(png({ packed }))).toBe('kinds.file-more-inside')
})

test('a picture of huge sides is refused before anything is unpacked, and one that comes to more than it says', async () => {
  const { side } = photoLimits
  expect(await refusal(jpeg({ width: side, height: side }))).toBe('kept')
  expect(await refusal(jpeg({ width: side + 1 }))).toBe('kinds.file-too-wide')
  expect(await refusal(jpeg({ width: 65_500, height: 65_500 }))).toBe('kinds.file-too-wide')
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024))
  expect(await refusal(png({ width: 60_000, height: 60_000, packed: bomb }))).toBe('kinds.file-too-wide')
  expect(await refusal(png({ packed: bomb }))).toBe('kinds.file-not-image')
})
