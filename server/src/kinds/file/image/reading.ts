import { fileProblems } from '@wangdi/domain/kinds/file/file.problems.ts'
import { photoLimits } from '@wangdi/domain/kinds/file/photo-limits.ts'
import { refuse } from '@wangdi/domain/problem.ts'

/** A picture of which nothing is left but what is seen. */
export interface PlainImage {
  readonly mime: 'image/jpeg' | 'image/png'
  readonly bytes: Buffer
}

/** Throws `kinds.file-too-wide` where a side is longer than a photo may be, `kinds.file-not-image` where there is nothing to see. */
export function judgeSides(width: number, height: number): void {
  if (width === 0 || height === 0) throw fileProblems.notImage({})
  const { side } = photoLimits
  refuse(width > side || height > side ? fileProblems.tooWide({ side }) : undefined)
}
