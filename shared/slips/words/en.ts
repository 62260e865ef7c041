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
      'This code proves the day and the reasons. It doesn’t say who you are. Keep this slip: there is no copy.',
  },
  pickUp: {
    kept: 'Your open application, until you have your card.',
    ticket: (ticket) => `Ticket ${ticket}`,
    bring: 'Bring this slip to pick up your card today.',
  },
};
