import { beforeAll, expect, it } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { type DoesItAgain, ownRefusalInWords } from './refusal.ts';

beforeAll(speakEnglish);

const TRIES_AGAIN = /tries again/;

it('says that the kiosk tries again only where it does', () => {
  const broken = { kind: 'not-written' } as const;
  expect(ownRefusalInWords(broken, 'kiosk')).toMatch(TRIES_AGAIN);
  const others: readonly DoesItAgain[] = ['resident', 'nobody', { press: 'Leave now' }];
  for (const again of others) expect(ownRefusalInWords(broken, again)).not.toMatch(TRIES_AGAIN);
  expect(ownRefusalInWords(broken, 'resident')).toContain('Press again');
  expect(ownRefusalInWords(broken, { press: 'Leave now' })).toContain('Press “Leave now” again');
  expect(ownRefusalInWords(broken, 'nobody')).not.toMatch(/again/);
});

it('asks for another language only where the language is refused', () => {
  expect(ownRefusalInWords({ kind: 'notice-unconfirmed' }, 'resident')).toContain('Choose another language');
  expect(ownRefusalInWords({ kind: 'not-allowed' }, 'resident')).not.toContain('language');
});
