/** Words about the people and goods of a change; two subjects show them, each loads them with its own. */
export const needs = {
  zh: {
    people: '人手',
    goods: '物资',
    more: '多 {{count}} 项',
    fewer: '少 {{count}} 项',
    comma: '，',
    onHand: '现有 {{count}} 人',
    nobody: '没有人，要配',
    elsewhere: '不在账号里，另外问',
    started: '新要用',
    stopped: '不再用',
  },
  en: {
    people: 'People',
    goods: 'Goods',
    more: '{{count}} more',
    fewer: '{{count}} fewer',
    comma: ', ',
    onHand: '{{count}} there',
    nobody: 'nobody yet',
    elsewhere: 'without accounts, ask',
    started: 'now needed:',
    stopped: 'no longer:',
  },
}
