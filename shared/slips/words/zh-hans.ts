import type { SlipWords } from '../slip-words.ts';

export const zhHans: SlipWords = {
  cityKeeps: '市政府保留',
  practice: '练习，无效',
  practiceKept: '什么都不保留。这是用虚构人物做的练习。',
  denial: {
    heading: '您的申请被拒绝',
    kept: '当天计数加一。不含姓名、理由和文件。',
    reasons: '理由',
    missing: '提供以下文件即可',
    anyOfThese: '提供以下任意一项即可',
    oldCard: '您的旧卡',
    appeal: '如何申诉',
    until: (day) => `您可以在${day}当天或之前申诉。`,
    noAppeal: '不能对本决定提出申诉。',
    code: '申诉码',
    codeSays: '此申诉码证明日期和理由，不表明您是谁。请保管好这张纸条或它的照片：没有其他副本。',
  },
  pickUp: {
    kept: '您尚未办完的申请，直到您拿到卡为止。',
    ticket: (ticket) => `号码 ${ticket}`,
    bring: '今天领卡时，请带上这张纸条。',
  },
  feeReceipt: {
    heading: '费用收据',
    copy: '费用收据副本',
    practice: '练习：不是收据',
    program: '项目',
    kiosk: '自助机',
    day: '日期',
    for: '用途',
    fee: '费用',
    status: '状态',
    routes: {
      first: '首次办卡',
      renewal: '续期',
      replacement: '补办',
      correction: '更正',
    },
    settled: { paid: '已付', waived: '已免除' },
    note: '此收据上没有姓名，自助机也不保留副本。',
  },
};
