import { ApiProblem } from '../call/send.ts'

/** What a photo may have when it is sent: bytes, and pixels of its longer side. */
export interface PhotoSize {
  readonly bytes: number
  readonly side: number
}

const unreadable = {
  zh: '这张图打不开，换一张 JPG 或 PNG',
  en: 'This picture cannot be opened; choose a JPEG or a PNG.',
}
const qualities = [0.82, 0.66, 0.5]

async function open(source: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source, { imageOrientation: 'from-image' })
  } catch {
    throw new ApiProblem('photo.unreadable', 0, unreadable)
  }
}

function draw(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new ApiProblem('photo.unreadable', 0, unreadable)
  // What is seen through becomes paper, not black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

const asJpeg = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })

/**
 * A photo drawn anew, as large as it may be: what cameras write beside the picture (position, device, time) is not in it. Throws
 * `photo.unreadable` where the browser cannot open it.
 */
export async function shrinkPhoto(source: Blob, { bytes, side }: PhotoSize): Promise<Blob> {
  const picture = await open(source)
  try {
    for (let longer = side; longer >= side / 8; longer = Math.round(longer * 0.7)) {
      const canvas = draw(picture, longer)
      for (const quality of qualities) {
        const made = await asJpeg(canvas, quality)
        if (made && made.size <= bytes) return made
      }
    }
  } finally {
    picture.close()
  }
  throw new ApiProblem('photo.unreadable', 0, unreadable)
}
