const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of XML with its entities and numeric characters, also beyond the first plane, made whole. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The value of an attribute of a tag; undefined when it has none. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)
  return found ? unescapeXml(found[1] ?? '') : undefined
}

// Spreadsheets write signs that XML forbids as _x000D_ (ECMA-376 part 1, 22.9.2.19).
const forbidden = /_x([0-9A-Fa-f]{4})_/g

/** The text of a string item: its runs joined, without the readings that stand above Chinese characters. */
export function itemText(xml: string): string {
  const shown = xml.includes('<rPh') || xml.includes(':rPh') ? xml.replace(/<(\w+:)?rPh\b[\s\S]*?<\/(\w+:)?rPh>/g, '') : xml
  let text = ''
  for (const [, run = ''] of shown.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)) text += run
  const whole = unescapeXml(text)
  return whole.includes('_x')
    ? whole.replace(forbidden, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : whole
}

/** Cuts a stream of XML into whole elements of one name, a batch at a time; what lies between them is left out. */
export async function* elementsIn(chunks: AsyncIterable<Buffer | string>, name: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8')
  const element = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</(?:\\w+:)?${name}>)`, 'g')
  const opening = new RegExp(`<(?:\\w+:)?${name}[\\s/>]`)
  let rest = ''
  for await (const chunk of chunks) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (rest.length > longestElement) throw new RangeError('an element of the sheet is too long')
    const found: string[] = []
    let end = 0
    element.lastIndex = 0
    for (let match = element.exec(rest); match; match = element.exec(rest)) {
      found.push(match[0])
      end = element.lastIndex
    }
    // Of what lies before the next opening tag nothing is needed, except a tag that may just have begun.
    rest = rest.slice(end)
    const begun = rest.search(opening)
    rest = rest.slice(begun < 0 ? -longestTag : begun)
    if (found.length > 0) yield found
  }
}

const longestTag = 100
const longestElement = 8 * 1024 * 1024
