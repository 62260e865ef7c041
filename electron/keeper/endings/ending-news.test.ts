import { expect, it } from 'vitest';
import type { Outcome } from '../../../shared/application/lifecycle.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { FIRST_LOOK } from '../../../shared/residents/look.ts';
import { newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { createEndingNews } from './ending-news.ts';

/** An application whose wipe has begun. `done`: what is told of it, in order. */
function stage(outcome: Outcome, language: ResidentLanguage | null) {
  const vault = newVault();
  const application = wipingApplication(vault, outcome);
  const done: unknown[] = [];
  const screen = { language };
  const news = createEndingNews({
    vault,
    residentScreen: {
      reader: () => (screen.language === null ? null : { language: screen.language, look: FIRST_LOOK }),
      startOver() {
        screen.language = 'en';
        done.push('starts over');
      },
    },
    endings: {
      began: (which, fee, left) => done.push([which === application, fee, left]),
      endedUnseen: (which, left) => done.push([which === application, left]),
    },
  });
  return { application, news, done };
}

it('a resident is told in their language, before the next one begins anew', () => {
  const { application, news, done } = stage('withdrawn', 'pl');
  news.began(application, null);
  expect(done).toEqual([
    [true, null, { language: 'pl', look: FIRST_LOOK, outcome: 'withdrawn' }],
    'starts over',
  ]);
});

it('so is one who still reads a number, and whose screen stays', () => {
  const { application, news, done } = stage('expired', 'ar');
  news.endedUnseen(application);
  expect(done).toEqual([[true, { language: 'ar', look: FIRST_LOOK, outcome: 'expired' }]]);
});

it('staff are told with the fee, in no language of a resident', () => {
  const { application, news, done } = stage('issued', null);
  const fee = { route: 'first', settled: 'paid', cents: 1000, currency: 'USD' } as const;
  news.began(application, fee);
  expect(done).toEqual([[true, fee, null], 'starts over']);
});

it.each(['issued', 'denied'] as const)('what ended as %s is told to no resident', (outcome) => {
  const { application, news, done } = stage(outcome, 'pl');
  news.endedUnseen(application);
  expect(done).toEqual([[true, null]]);
});
