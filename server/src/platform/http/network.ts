import { isIP, isIPv4 } from 'node:net'

/**
 * The network as which an address is counted: an IPv4 address as it is, also when written within IPv6; of IPv6 the first
 * 64 bits (`2001:db8:0:1::/64`), since a machine has billions of the rest. What is no address at all counts as `none`.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.trim().split('%')
  if (isIPv4(bare)) return bare
  if (isIP(bare) !== 6) return 'none'
  const groups = groupsOf(new URL(`http://[${bare}]`).hostname.slice(1, -1))
  const isMapped = groups.slice(0, 5).every((one) => one === 0) && groups[5] === 0xffff
  if (!isMapped) return `${groups.slice(0, 4).map(hex).join(':')}::/64`
  return groups
    .slice(6)
    .flatMap((one) => [one >> 8, one & 255])
    .join('.')
}

const hex = (group: number) => group.toString(16)

// The eight groups of an IPv6 address as a URL writes it: in hexadecimal, zeros cut out once.
function groupsOf(address: string): number[] {
  const [before = '', after = ''] = address.split('::')
  const read = (text: string) => (text === '' ? [] : text.split(':').map((one) => Number.parseInt(one, 16)))
  const [head, tail] = [read(before), read(after)]
  return [...head, ...Array<number>(Math.max(0, 8 - head.length - tail.length)).fill(0), ...tail]
}
