/** The first lines of a new pack for a place, with what every pack must say. */
export const newPack = (place: string, day: string): string => `# 这份通知要什么，一句话。
id: notice-${day.slice(0, 4)}${place ? `-${place}` : ''}
is: adds
version: 1
title: { zh: 通知的名称, en: Name of the notice }
short: { zh: 简称, en: Short name }
document: 文号或全称
authority: { zh: 发文机关, en: Authority }
place: '${place}'
from: ${day}

measures:
  - id: notice-${day.slice(0, 4)}${place ? `-${place}` : ''}-first
    aspect: control
    strength: must
    text: { zh: 要做什么, en: What must be done }
    who: [grid-worker]
    how_often: { kind: every-days, days: 7 }
    evidence: [none]
    source: { section: 第一条 }
`

/** The name under which a pack says it goes; what it had before while nothing readable is written. */
export const idIn = (body: string, before: string): string => /^id:\s*([a-z0-9][a-z0-9.-]{1,60})\s*$/m.exec(body)?.[1] ?? before
