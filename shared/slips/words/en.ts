import type { SlipWords } from '../slip-words.ts';

export const en: SlipWords = {
  cityKeeps: 'The city keeps',
  practice: 'PRACTICE, counts for nothing',
  practiceKept: 'Nothing. This was practice with an invented person.',
  denial: {
    heading: 'Your application was denied',
    kept: 'One more in the day’s count. No name, no reasons, no documents.',
    reasons: 'Why',
    missing: 'This would be enough',
    anyOfThese: 'Any one of these would be enough',
    oldCard: 'Your old card',
    appeal: 'How to appeal',
    until: (day) => `You can appeal until ${day}.`,
    noAppeal: 'This decision can’t be appealed.',
    code: 'Appeal code',
    codeSays:
      'This code proves the day and the reasons. It doesn’t say who you are. Keep this slip or a photo of it: there is no other copy.',
  },
  pickUp: {
    kept: 'Your open application, until you have your card.',
    ticket: (ticket) => `Ticket ${ticket}`,
    bring: 'Bring this slip to pick up your card today.',
  },
  feeReceipt: {
    heading: 'Fee receipt',
    copy: 'Copy of fee receipt',
    practice: 'PRACTICE: not a receipt',
    program: 'Program',
    kiosk: 'Kiosk',
    day: 'Day',
    for: 'For',
    fee: 'Fee',
    status: 'Status',
    routes: {
      first: 'First card',
      renewal: 'Renewal',
      replacement: 'Replacement',
      correction: 'Correction',
    },
    settled: { paid: 'Paid', waived: 'Waived' },
    note: 'This receipt has no name on it, and the kiosk keeps no copy.',
  },
};
