import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('a name has initials for each way in which it is read, the likeliest first', () => {
  const read: readonly (readonly [string, string])[] = [
    ['翠苑小区', 'cyxq'],
    ['单家村', 'sjc djc'],
    ['长安小区', 'caxq zaxq'],
    ['单玉梅', 'sym dym'],
    ['张乐', 'zl zy'],
    ['解晓东', 'xxd jxd'],
    ['万俟卨', 'mqx'],
    ['区小明', 'oxm qxm'],
    ['阿依古丽·买买提江', 'ayglmmtj eyglmmtj'],
    ['SMITH John', 'smithjohn'],
    ['3号楼', '3hl'],
    ['单A村', 'sac dac'],
    ['', ''],
  ]
  expect(read.map(([name]) => initialsOf(name).join(' '))).toEqual(read.map(([, initials]) => initials))
})

test('a name of many such characters has some of its readings, the likeliest among them', () => {
  const readings = initialsOf('长乐朝行重解单查')
  expect(readings.length).toBeLessThanOrEqual(12)
  expect(readings[0]).toMatch(/^cl/)
})
