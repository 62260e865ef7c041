import { t } from '@lingui/core/macro';
import { cardIfInOrderInWords, noCardUnderHoldInWords, whatHappensInWords } from './promises.ts';

/**
 * The legal notice before the first question: what is asked, why, and what happens with it. `held`: a legal hold keeps it, and the card.
 * A supervisor accepts these words by name where no native speaker has confirmed them.
 */
export function beforeStartInWords(held: boolean): readonly string[] {
  return [
    t({
      message: 'We ask for what goes on your card, like your name and birth date.',
      comment: 'To a resident: what is asked.',
    }),
    t({
      message: 'A clerk compares what you enter with your documents.',
      comment:
        'To a resident: why it is asked. It says nothing of a card, since a legal hold may keep any from being given.',
    }),
    ...(held ? [] : [cardIfInOrderInWords()]),
    whatHappensInWords(held),
    ...(held ? [noCardUnderHoldInWords()] : []),
  ];
}
