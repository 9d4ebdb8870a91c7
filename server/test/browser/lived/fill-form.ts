// Fills the form of any kind with what is needed, by its declaration, as a person does.
import type { Field, Fields } from '@wangdi/domain/kinds/fields.ts'
import { missingIn, settle } from '@wangdi/domain/kinds/when.ts'
import type { Locator, Page } from 'playwright-core'
import { saidWhole } from '../../kinds/said-whole.ts'

const choose = async (page: Page, control: Locator, words: string) => {
  await control.click()
  await page.locator('.ant-select-item-option').filter({ hasText: words }).first().dispatchEvent('click')
}

async function fillOne(page: Page, form: Locator, id: string, field: Field, value: unknown): Promise<void> {
  const control = form.locator(`[id="${id}"]`)
  const words = (name: unknown) => field.values?.[String(name)]?.zh ?? String(name)
  switch (field.type) {
    case 'choice': {
      const isList =
        (await control.getAttribute('role')) === 'combobox' || (await control.locator('input[role=combobox]').count()) > 0
      if (isList) return choose(page, control, words(value))
      return control.getByText(words(value), { exact: true }).click()
    }
    case 'choices':
      for (const one of value as readonly string[]) await form.getByText(words(one), { exact: true }).click()
      return
    case 'yes-no':
      return control.getByText(value === true ? '是' : '否', { exact: true }).click()
    case 'signature':
      return control.fill((value as { by: string }).by)
    case 'amount':
      return control.fill(String((value as { n: number }).n))
    case 'rows': {
      const [row = {}] = value as Record<string, unknown>[]
      for (const [name, inner] of Object.entries(field.rows ?? {}))
        if (row[name] !== undefined) await fillOne(page, form, `${id}-0-${name}`, inner, row[name])
      return
    }
    default:
      return control.fill(String(value))
  }
}

/** Fills what a form of these fields needs, from the top, the nth value of each list. */
export async function fillNeeded(page: Page, form: Locator, fields: Fields, n = 0): Promise<void> {
  const whole = saidWhole(fields, n)
  const said: Record<string, unknown> = {}
  for (let missing = missingIn(fields, said); missing; missing = missingIn(fields, said)) {
    const [name = ''] = missing.path.split('.')
    const field = fields[name]
    if (!field || said[name] !== undefined) throw new Error(`${missing.path} stays empty`)
    await fillOne(page, form, `field-${name}`, field, whole[name])
    said[name] = settle(fields, whole).values[name] ?? whole[name]
  }
}
