import { t } from '@lingui/core/macro';
import { noCardUnderHoldInWords, whatHappensInWords } from './promises.ts';

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
    held
      ? t({
          message: 'A clerk compares what you enter with your documents.',
          comment:
            'To a resident, while a legal hold keeps any card from being given: why it is asked. It says nothing of a card.',
        })
      : t({
          message: 'A clerk compares what you enter with your documents, then makes your card.',
          comment: 'To a resident: why it is asked.',
        }),
    whatHappensInWords(held),
    ...(held ? [noCardUnderHoldInWords()] : []),
  ];
}
