import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { defaultLimits } from './http/limits.ts'

test('no proxy is believed and the limits are those of a county unless the environment says otherwise', () => {
  expect(readConfig({})).toMatchObject({ proxies: [], limits: defaultLimits })
})

test('proxies are addresses, networks or the machine itself', () => {
  const { proxies } = readConfig({ WANGDI_PROXIES: 'loopback, 10.0.0.0/8 2001:db8::/32,192.0.2.1' })
  expect(proxies).toEqual(['loopback', '10.0.0.0/8', '2001:db8::/32', '192.0.2.1'])
  for (const wrong of ['everybody', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1/8/8', 'true'])
    expect(() => readConfig({ WANGDI_PROXIES: wrong }), wrong).toThrow(RangeError)
})

test('limits are named one by one; what is not named stays, and what is not known is refused', () => {
  expect(readConfig({ WANGDI_LIMITS: 'account=2400 sign-in=60' }).limits).toEqual({ ...defaultLimits, account: 2400, signIn: 60 })
  for (const wrong of ['acount=1', 'account', 'account=0', 'account=-1', 'account=1e3', 'toString=1'])
    expect(() => readConfig({ WANGDI_LIMITS: wrong }), wrong).toThrow(RangeError)
})
