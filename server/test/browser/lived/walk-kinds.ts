// Every kind with the records of the demo, at the desk and on a phone: list, record, form, and what was sent in the list.
import { firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { urgencies, type Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askedSamples, lookSamples, thingSamples } from '../../../src/demo/kinds/samples/all.ts'
import { axeFaults, openIn, type screens, scrollsSideways } from '../console-page.ts'
import { followAll, settled } from '../figures/follow.ts'
import { town, type walkingDemo } from '../figures/walking.ts'
import { fillNeeded } from './fill-form.ts'

const kinds = [...askedSamples, ...thingSamples, ...lookSamples].map(({ kind }) => kind)
type Kind = (typeof kinds)[number]
type Demo = ReturnType<typeof walkingDemo>

const sound = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}
const shot = async (page: Page, name: string) => {
  const folder = process.env['WANGDI_SHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
const rowsOf = (page: Page) => page.locator('.list-table tbody tr')

/** Takes one down by the form, and gives the list as it is then. */
async function send(page: Page, kind: Kind, screen: keyof typeof screens): Promise<void> {
  await page.getByRole('button', { name: kind.mechanism === 'register' ? /新\s?增/ : '登记一件' }).click()
  const form = page.getByRole('dialog')
  if (kind.mechanism === 'request') await sayWhom(page, form, kind)
  await fillNeeded(page, form, kind.fields)
  // No two of such a register are called alike: the second walk calls its own by another name.
  if (kind.mechanism === 'register' && kind.single) await form.locator(`#field-${kind.title}`).fill(`${kind.name} ${screen}`)
  await sound(page)
  const save = kind.mechanism === 'register' ? /保\s?存/ : /登\s?记/
  await form.getByRole('button', { name: save }).last().click()
  if (kind.mechanism === 'request') {
    await page.getByText(/编号 SX/).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /关\s?闭/ })
      .last()
      .click()
  }
  await form.waitFor({ state: 'hidden' })
}

async function sayWhom(page: Page, form: Locator, kind: Extract<Kind, { mechanism: 'request' }>): Promise<void> {
  if (kind.about === 'dwelling') {
    await form.getByRole('combobox', { name: '门牌' }).fill('402')
    await page.locator('.ant-select-item-option').filter({ hasText: '3号楼2单元402' }).first().dispatchEvent('click')
  }
  for (const name of flowOf(kind.flow).acts[firstActOf(kind)]?.sets ?? [])
    if (name === 'doer' || name === 'other') {
      await form.locator(`#begin-${name}`).click()
      await page.locator('.ant-select-item-option').last().dispatchEvent('click')
    }
  const slowest = (Object.keys(urgencies) as Urgency[]).findLast((name) => kind.terms[name])
  if (slowest && Object.keys(kind.terms).length > 1) await form.getByText(urgencies[slowest].zh, { exact: true }).click()
}

async function walkKind(demo: Demo, kind: Kind, screen: keyof typeof screens): Promise<void> {
  const path = `/k/${kind.name.replace('.', '/')}`
  const name = `${kind.name}-${screen}`
  const { page, faults } = await openIn(await demo.browserOf('community-director', town, screen), `${demo.house().url}${path}`)
  await settled(page)
  await rowsOf(page).first().waitFor()
  if (screen === 'desk') {
    const { figures, wrong } = await followAll(page, `${demo.house().url}${path}`)
    expect([kind.name, wrong]).toEqual([kind.name, []])
    expect(figures).toBeGreaterThan(0)
    await page.goto(`${demo.house().url}${path}`)
    await settled(page)
    await rowsOf(page).first().waitFor()
  }
  const before = await rowsOf(page).count()
  expect([kind.name, before > 1]).toEqual([kind.name, true])
  await shot(page, name)
  await sound(page)
  await rowsOf(page).first().getByRole('button').first().click()
  const panel = page.getByRole('complementary', { name: '这一件' })
  await panel.locator('.list-part').first().waitFor()
  if (kind.mechanism === 'request') {
    await panel.getByText('什么时候该办完').waitFor()
    expect(await panel.locator('.kinds-acts li').count()).toBeGreaterThan(0)
  }
  await shot(page, `${name}-panel`)
  await sound(page)
  if (kind.mechanism !== 'round') {
    await panel.locator('.list-close').click()
    await send(page, kind, screen)
    const show = kind.mechanism === 'register' && kind.acts.includes('approve') ? /待批准/ : undefined
    if (show) await page.getByRole('button', { name: show }).click()
    await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(show ? 1 : before)
  }
  await page.close()
  expect(faults).toEqual([])
}

/** Every so-manieth kind, from the one at `first` on, is used at the desk and on a phone. */
export function testKinds(demo: Demo, first: number, step: number): void {
  const some = kinds.filter((_, at) => at % step === first)
  for (const screen of ['desk', 'phone'] as const)
    test.for(some.map((kind) => [kind.name, kind] as const))(
      `%s at the ${screen}: its counts open their rows, a record opens with its acts, and what is sent stands in the list`,
      ([, kind]) => walkKind(demo, kind, screen),
    )
}
