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

test('how much is kept of files is said in whole megabytes, and never less than one file may have', () => {
  const mb = 1024 * 1024
  expect(readConfig({ WANGDI_UPLOADS_MB: '500', WANGDI_ORIGINALS_MB: '4000' })).toMatchObject({
    uploads: { accountBytes: 256 * mb, wholeBytes: 500 * mb },
    originals: { placeBytes: 1024 * mb, wholeBytes: 4000 * mb },
  })
  for (const name of [
    'WANGDI_UPLOADS_MB',
    'WANGDI_UPLOADS_ACCOUNT_MB',
    'WANGDI_ORIGINALS_MB',
    'WANGDI_ORIGINALS_PLACE_MB',
    'WANGDI_PHOTOS_PLACE_MB',
  ])
    for (const wrong of ['63', '1.5', '100MB', '-1', ''])
      expect(() => readConfig({ [name]: wrong }), `${name}=${wrong}`).toThrow(RangeError)
})

test('limits are named one by one; what is not named stays, and what is not known is refused', () => {
  expect(readConfig({ WANGDI_LIMITS: 'account=2400 sign-in=60' }).limits).toEqual({ ...defaultLimits, account: 2400, signIn: 60 })
  for (const wrong of ['acount=1', 'account', 'account=0', 'account=-1', 'account=1e3', 'toString=1'])
    expect(() => readConfig({ WANGDI_LIMITS: wrong }), wrong).toThrow(RangeError)
})
