import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeBytes, codeText, makeCode, numberOf, readCode } from '../../kinds/document/code.ts'
import { basisText, draftNotice } from './draft.ts'
import { siteFirst, siteLines, usualOffice } from './office.ts'

test('a code names its county and is read however it is typed; what cannot be one is none', () => {
  const county = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'))
  fc.assert(
    fc.property(county, fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }), (place, random) => {
      const code = makeCode(place, random)
      expect(readCode(codeText(code))).toEqual({ code, county: place })
      expect(readCode(` ${code.toLowerCase()} `)?.code).toBe(code)
      expect(code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
    }),
  )
  for (const none of ['', '7KQ4-M2XD', '7KQ4-M2XD-9HT0', 'ZZZZ-M2XD-9HTR', '<script>', '一二三四五六七八九十甲乙'])
    expect(readCode(none)).toBeUndefined()
})

test('the notice says finding, measure with its days, rights, what is asked and done, and whom to call [R-LAW-2]', () => {
  const office = { ...usualOffice('金水区'), phone: '0371-00001200' }
  expect(numberOf(office.letters, 2026, 412)).toBe('金卫观〔2026〕412号')
  const arrival = {
    origin: '青河市东湖区',
    origin_kind: 'medium' as const,
    arrived_on: '2026-11-16',
    left_origin_on: '2026-11-15',
  }
  const phases = [{ where: 'home' as const, from: '2026-11-15', until: '2026-11-22', tests: [] }]
  const source = { document: '第九版防控方案', section: '7天内有中风险区旅居史人员' }
  const notice = draftNotice({ ...arrival, checked: { by: '马晓燕', on: '2026-11-17' } }, { source }, phases, office)
  expect(notice.finding).toBe(
    '您 11 月 15 日离开青河市东湖区。那天当地是中风险地区。按第九版防控方案（7天内有中风险区旅居史人员），要观察。来处由马晓燕 11 月 17 日核实。',
  )
  expect(notice.measure).toBe('居家隔离医学观察，11 月 15 日到 11 月 22 日 24:00')
  expect(notice.rights.split('\n')).toEqual(office.rights)
  expect(notice.contact).toBe('金水区卫生健康委员会 0371-00001200')
  expect([notice.duties, notice.services].every((lines) => (lines ?? '').length > 0)).toBe(true)
})

test('a notice of central isolation asks and promises what there is at the site, and one of a stay at home what there is at home', () => {
  const office = { ...usualOffice('金水区'), phone: '0371-00001200' }
  const arrival = {
    origin: '青河市',
    origin_kind: 'high' as const,
    arrived_on: '2026-11-16',
    left_origin_on: '2026-11-15',
    checked: null,
  }
  const phase = (where: 'central' | 'home') => ({ where, from: '2026-11-16', until: '2026-11-20', tests: [] })
  const lines = (...wheres: ('central' | 'home')[]) => {
    const { duties, services } = draftNotice(arrival, { source: null }, wheres.map(phase), office)
    return `${duties}\n${services}`.split('\n')
  }
  expect(lines('home')).toEqual([...office.duties, ...office.services])
  expect(lines('central')).toEqual([...siteLines.duties, ...siteLines.services])
  expect(lines('central').filter((line) => office.duties.includes(line) || line.includes('买菜'))).toEqual([])
  expect(lines('central', 'home')).toEqual([siteFirst, ...office.duties, ...office.services])
})

test('the ground names the law, the response with its days, and the rule', () => {
  const response = { issuer: '区人民政府', number: '金政〔2026〕3号', from: '2026-11-14', until: '2026-11-28' }
  expect(basisText([response], { document: '第九版防控方案', section: '中风险区' })).toBe(
    '《传染病防治法》第五十八条；区人民政府金政〔2026〕3号，2026-11-14 到 2026-11-28；第九版防控方案·中风险区',
  )
})
