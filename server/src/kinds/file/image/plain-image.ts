import { fileProblems } from '@wangdi/domain/kinds/file/file.problems.ts'
import { plainJpeg } from './jpeg.ts'
import { plainPng, pngSignature } from './png.ts'
import type { PlainImage } from './reading.ts'

const jpegBegins = Buffer.from([0xff, 0xd8, 0xff])

/**
 * What came up as a photo, known by its bytes alone and stripped of all that is not seen. Throws `kinds.file-not-image`,
 * `kinds.file-more-inside`, `kinds.file-too-wide`.
 */
export async function plainImage(bytes: Buffer): Promise<PlainImage> {
  if (bytes.subarray(0, 3).equals(jpegBegins)) return { mime: 'image/jpeg', bytes: plainJpeg(bytes) }
  if (bytes.subarray(0, 8).equals(pngSignature)) return { mime: 'image/png', bytes: await plainPng(bytes) }
  throw fileProblems.notImage({})
}
