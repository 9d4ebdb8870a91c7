import { problem } from '../problem.ts'

export const problems = {
  notFound: problem('people.not-found', 'missing', {
    zh: '没找到这个人，或者不在管辖范围内',
    en: 'This person was not found, or is outside your area.',
  }),
  markHeld: problem<{ kind: string }>('people.mark-held', 'conflict', {
    zh: '已经有“{kind}”的标记了',
    en: 'This person already has the mark "{kind}".',
  }),
  markNotFound: problem('people.mark-not-found', 'missing', {
    zh: '没找到这个标记，可能已经取消',
    en: 'This mark was not found; it may have ended.',
  }),
  documentHeld: problem('people.document-held', 'conflict', {
    zh: '这个证件号已经登记在别人名下，请核对',
    en: 'This document number is already held by another record; please check.',
  }),
  documentWrong: problem<{ why: string }>('people.document-wrong', 'invalid', {
    zh: '{why}，请对照证件',
    en: 'The document number is not right ({why}); compare with the document.',
  }),
  phoneWrong: problem('people.phone-wrong', 'invalid', {
    zh: '电话号码不对，请核对',
    en: 'This phone number cannot be dialled; please check.',
  }),
  nameMissing: problem('people.name-missing', 'invalid', { zh: '没有姓名，请补上', en: 'The name is missing.' }),
  bornAhead: problem('people.born-ahead', 'invalid', {
    zh: '出生日期在今天以后，请核对',
    en: 'The day of birth lies after today; please check.',
  }),
  bornTooEarly: problem('people.born-too-early', 'invalid', {
    zh: '出生日期早过 130 年，请核对',
    en: 'The day of birth lies more than 130 years back; please check.',
  }),
  movedAhead: problem('people.moved-ahead', 'invalid', {
    zh: '搬家的日子在今天以后，到那天再登记',
    en: 'The day of the move lies after today; enter it when it comes.',
  }),
  movedTooEarly: problem('people.moved-too-early', 'invalid', {
    zh: '搬家的日子早过出生，请核对',
    en: 'The day of the move lies before the birth; please check.',
  }),
  leftAhead: problem('people.left-ahead', 'invalid', {
    zh: '离开的日子在今天以后，到那天再登记',
    en: 'The day of leaving lies after today; enter it when it comes.',
  }),
  leftTooEarly: problem('people.left-too-early', 'invalid', {
    zh: '离开的日子比出生还早，请核对',
    en: 'The day of leaving lies before the birth; please check.',
  }),
  dwellingWrong: problem('people.dwelling-not-found', 'missing', {
    zh: '本社区没有这个门牌',
    en: 'This door is not in the community.',
  }),
  movedSince: problem('people.moved-since', 'conflict', {
    zh: '这个人后来又改了住址，撤不回了',
    en: 'The address has been changed again since; this can no longer be taken back.',
  }),
  noHeads: problem<{ sheet: string; guess: string; guessed: string }>('people.roster-without-heads', 'invalid', {
    zh: '“{sheet}”里没找到“姓名”那一行表头，指一下是哪一行{guess}',
    en: 'No head line with names was found in "{sheet}"; say which line it is.{guessed}',
  }),
  noColumn: problem<{ sheet: string; field: string; name: string }>('people.roster-without-column', 'invalid', {
    zh: '“{sheet}”里没有“{field}”这一列，没有它一行也收不了。指一下是哪一列，或者看看名册种类选对没有',
    en: 'No column of "{name}" was found in "{sheet}", without which no row can be taken. Say which one it is, or check the kind of roster.',
  }),
  importStoodOn: problem<{ zh: string; en: string; total: number }>('people.import-stood-on', 'conflict', {
    zh: '撤不回了：后来已经用上这次导入的内容 {total} 处（{zh}）',
    en: 'This import can no longer be undone. What stands on what it made: {total} ({en}).',
  }),
  importUndone: problem('people.import-undone', 'conflict', {
    zh: '这次导入已经撤回了',
    en: 'This import has been undone already.',
  }),
  importUntraced: problem('people.import-untraced', 'conflict', {
    zh: '这次导入存了哪些已没有明细可查（旧版本导的，或明细已随来返登记销毁），撤不回',
    en: 'What this import made is no longer on record (an older version kept none, or it was destroyed with the arrivals); it cannot be undone.',
  }),
  importBeyond: problem('people.import-beyond', 'refused', {
    zh: '这次导入给别的社区的人也补过内容，请街道或县（区）来撤',
    en: 'This import also filled in people of another community; the street or the county can undo it.',
  }),
  noRoster: problem('people.roster-not-there', 'missing', { zh: '没有这个文件', en: 'The file is not there.' }),
  nothingToShow: problem('people.nothing-to-show', 'missing', { zh: '没有登记这个号码', en: 'No such number is held.' }),
}
