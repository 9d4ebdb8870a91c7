import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    show: '填事由看全号',
    titleDocument: '看证件全号',
    titlePhone: '看电话全号',
    lead: '看全号要写事由，会留记录。号码显示一分钟后收起。',
    reason: '事由',
    call: '打电话联系',
    verify: '核对身份',
    emergency: '紧急情况',
    correct: '更正登记',
    note: '补充说明（可不填）',
    see: '看全号',
    hide: '收起',
  },
  {
    show: 'Show, with a reason',
    titleDocument: 'Show the whole document number',
    titlePhone: 'Show the whole phone number',
    lead: 'A reason is asked and a record is kept. The number is hidden again after a minute.',
    reason: 'Reason',
    call: 'To call the person',
    verify: 'To check who it is',
    emergency: 'Emergency',
    correct: 'To correct the record',
    note: 'Note (optional)',
    see: 'Show',
    hide: 'Hide',
  },
)
