import type { CodeAnswer } from '@wangdi/domain/kinds/document/code.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Static } from 'typebox'

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const dayZh = (day: Day, today: Day) =>
  `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)} 年 `}${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

const style = `body{margin:0;font:18px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;color:#1f2a30;background:#f5f7f7}
main{max-width:30rem;margin:0 auto;padding:24px 16px}h1{font-size:24px;line-height:1.4;margin:0 0 4px}
p{margin:0 0 12px}.en{color:#566268;font-size:15px}form{display:flex;gap:8px;flex-wrap:wrap;margin:16px 0}
input{flex:1 1 14rem;min-width:0;font:inherit;padding:10px 12px;border:1px solid #8d999f;border-radius:6px;letter-spacing:1px}
button{font:inherit;padding:10px 20px;border:0;border-radius:6px;background:#0e7c7b;color:#fff;min-height:48px}
section{background:#fff;border:2px solid #1f2a30;border-radius:8px;padding:14px 16px}section b{display:block;font-size:22px}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 14px;margin:10px 0 0}dt{color:#566268}dd{margin:0}`

const states = {
  holds: ['是真的，现在有效', 'Genuine, and in force'],
  over: ['是真的，期限已经满了', 'Genuine; its term is over'],
  replaced: ['是真的，已经有新的一版', 'Genuine; a newer version took its place'],
  void: ['已经作废，不能用', 'Void: it no longer holds'],
} as const
const kinds = {
  observation: ['隔离医学观察告知书', 'Notice of medical observation'],
  release: ['解除隔离医学观察通知书', 'Notice of release'],
} as const

function termOf(answer: Extract<Static<typeof CodeAnswer>, { known: true }>, today: Day): string {
  if (answer.kind === 'observation') return `<dt>期限 Term</dt><dd>到 ${dayZh(answer.until, today)} 24:00</dd>`
  if (answer.kind === 'release') return `<dt>解除 Release</dt><dd>${dayZh(answer.until, today)} 24:00 起</dd>`
  return answer.until === null ? '' : `<dt>到哪天 Until</dt><dd>${dayZh(answer.until, today)}</dd>`
}

function told(answer: Static<typeof CodeAnswer>, today: Day): string {
  if (!answer.known)
    return `<section role="status"><b>没有这个号</b><span class="en">There is no paper with this code.</span></section>`
  const [zh, en] = states[answer.state]
  const [kindZh, kindEn] = answer.kind === 'document' ? [answer.words.zh, answer.words.en] : kinds[answer.kind]
  const number = answer.kind === 'document' ? `<dt>文号 Number</dt><dd>${escaped(answer.number)}</dd>` : ''
  return `<section role="status"><b>${zh}</b><span class="en">${en}</span><dl><dt>文书 Kind</dt><dd>${kindZh} <span class="en">${kindEn}</span></dd>
${number}<dt>机关 Office</dt><dd>${escaped(answer.issuer)}</dd><dt>签发 Issued</dt><dd>${dayZh(answer.on, today)}</dd>${termOf(answer, today)}</dl></section>`
}

/** The page on which people check the code of a paper, in both languages: one form, one answer, no script and nobody's name. */
export const checkPage = (typed: string, answer: Static<typeof CodeAnswer> | undefined, today: Day): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>核对文书 · 网底</title><style>${style}</style></head><body><main>
<h1>核对告知书、通知书和其他文书</h1><p class="en">Check a notice, or another paper of a community</p>
<form action="/verify" method="get"><input name="code" aria-label="文书上的核对号 Code on the notice" placeholder="7KQ4-M2XD-9HTR"
value="${escaped(typed)}" maxlength="40" autocomplete="off" autocapitalize="characters" required><button>核对 Check</button></form>
${answer ? told(answer, today) : ''}
<p class="en">只告诉您这份文书是不是真的、是什么、什么时候的，不显示是谁的。<br>This page says whether a paper is genuine, what it is and of when; never whose.</p>
</main></body></html>`
