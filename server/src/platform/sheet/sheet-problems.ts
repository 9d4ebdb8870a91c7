import { problem } from '@wangdi/domain/problem.ts'

/** Why a file cannot be read as a sheet at all; faults of single rows are told row by row instead. */
export const sheetProblems = {
  notASheet: problem('sheet.unreadable', 'invalid', {
    zh: '这个文件打不开，要 .xlsx、.xls 或 .csv 的表。用表格软件打开它，另存一次再传',
    en: 'This file cannot be read. Save it again as .xlsx, .xls or .csv.',
  }),
  damaged: problem('sheet.damaged', 'invalid', {
    zh: '这个文件坏了：里面的内容和它自带的校验码对不上，可能是拷贝或下载时出的错。重新拷一份，或者用表格软件打开另存一次再传',
    en: 'This file is damaged: its content does not match its own checksum. Copy it again, or open and save it again.',
  }),
  locked: problem('sheet.locked', 'invalid', {
    zh: '这个表设了密码，去掉密码另存一次再传',
    en: 'The file has a password. Save it without one.',
  }),
  tooLarge: problem<{ limit: string }>('sheet.too-large', 'too-large', {
    zh: '这个表太大了，最多 {limit}，分成几个文件再传',
    en: 'The sheet is too large; the limit is {limit}. Split it.',
  }),
  empty: problem('sheet.empty', 'invalid', {
    zh: '这个文件是空的，什么也没有。看一看是不是选错了文件',
    en: 'The file is empty. Check whether it is the right one.',
  }),
  otherFormat: problem<{ format: string }>('sheet.other-format', 'invalid', {
    zh: '这个文件是 {format} 格式，读不了。用表格软件打开它，另存为 .xlsx 再传',
    en: 'This file has the format {format}, which is not read. Open it in a spreadsheet program and save it as .xlsx.',
  }),
  otherEncoding: problem<{ encoding: string }>('sheet.other-encoding', 'invalid', {
    zh: '这个文件的文字编码是 {encoding}，直接读会乱码。用表格软件打开，另存为 .xlsx 再传',
    en: 'The text of this file is encoded as {encoding} and would be garbled. Open it in a spreadsheet program and save it as .xlsx.',
  }),
  noSuchSheet: problem<{ sheets: readonly string[] }>('sheet.not-found', 'missing', {
    zh: '没有这张工作表，文件里有：{sheets}',
    en: 'No such sheet; the file has: {sheets}',
  }),
}

/** How much of a file is read: beyond it the file is refused as a whole, before memory is spent. */
export const sheetLimits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  /** Parts of a workbook file, and sheets of it. */
  parts: 5_000,
  /** Elements within each other. */
  depth: 64,
  /** Rows in which something stands; empty ones, up to the last that a spreadsheet knows, cost nothing. */
  rows: 250_000,
  columns: 200,
  /** Ranges merged over several rows. */
  merges: 100_000,
  /** Characters of one text or tag as it is read; a spreadsheet itself takes 32,767 in a cell. */
  textCharacters: 1_000_000,
  /** Texts that cells share, and their characters in all. */
  strings: 4_000_000,
  stringCharacters: 100_000_000,
} as const

/** Rows that are handed on at once. */
export const pageRows = 1000
