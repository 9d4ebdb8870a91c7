import { problem } from '../../problem.ts'

/** Why a photo or signature is not kept, or not given to a record. */
export const fileProblems = {
  tooLarge: problem<{ limit: string }>('kinds.file-too-large', 'too-large', {
    zh: '照片不能超过 {limit}，没有存。请重拍一张，或者压小再传',
    en: 'A photo may have {limit} at most; it was not kept. Take it again, or send a smaller one.',
  }),
  notImage: problem('kinds.file-not-image', 'invalid', {
    zh: '这不是能看的照片，没有存。只收 JPG 和 PNG 图片',
    en: 'This is no photo that can be shown; it was not kept. JPEG and PNG are taken.',
  }),
  moreInside: problem('kinds.file-more-inside', 'invalid', {
    zh: '图片里夹带了别的内容，没有存。请用相机重拍一张',
    en: 'Something else hides in this picture; it was not kept. Take it again with the camera.',
  }),
  tooWide: problem<{ side: number }>('kinds.file-too-wide', 'invalid', {
    zh: '图片太大了，长和宽都不能超过 {side} 点，没有存',
    en: 'The picture is too large: no side may have more than {side} px; it was not kept.',
  }),
  placeFull: problem<{ limit: string }>('kinds.files-full', 'too-large', {
    zh: '这里存的照片已经满 {limit}，没有再存。等旧的到期销毁，或者请系统管理员加大',
    en: 'The photos of this place fill {limit}; nothing more was kept. Wait until old ones end, or ask the system administrator for more room.',
  }),
  gone: problem('kinds.file-gone', 'invalid', {
    zh: '选的照片已经不在了：传上来一天没用的会清掉。删掉它，重选一张',
    en: 'A chosen photo is not there any more: what is not used within a day is dropped. Remove it and choose it again.',
  }),
}
