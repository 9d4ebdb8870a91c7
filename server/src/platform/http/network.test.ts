import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test('an IPv4 address is its own network, however it is written', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('::FFFF:c000:207')).toBe('192.0.2.7')
})

test('of IPv6 the first 64 bits count, also where zeros are cut out', () => {
  const one = networkOf('2001:db8:0:1::1')
  expect(networkOf('2001:0db8:0000:0001:ffff:ffff:ffff:ffff')).toBe(one)
  expect(networkOf('2001:DB8:0:1:0:0:192.0.2.7')).toBe(one)
  expect(networkOf('2001:db8:0:2::1')).not.toBe(one)
  expect(networkOf('2001:db8::1')).not.toBe(one)
  expect(networkOf('2001:db8::1:2:3:4')).toBe(networkOf('2001:db8::1'))
  expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'))
  expect(networkOf('::1')).not.toBe(networkOf('2001:db8::1'))
})

test('what is no address shares one measure', () => {
  for (const text of ['', 'unknown', '1.2.3', '_hidden', 'x'.repeat(9000)]) expect(networkOf(text)).toBe('none')
})
