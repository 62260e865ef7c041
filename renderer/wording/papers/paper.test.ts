import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { EVERY_PRINTER_REFUSAL } from '../printing/every-printer-refusal.test-support.ts';
import { paperRefusalInWords } from './paper.ts';

beforeAll(speakEnglish);

/** What only a card can be refused for: its size, and another card before it. */
const OF_CARDS = ['no-card-size', 'test-card-unconfirmed', 'earlier-card'];

test('a paper that was not printed says nothing of cards', () => {
  const ofPapers = EVERY_PRINTER_REFUSAL.filter(({ kind }) => !OF_CARDS.includes(kind));
  expect(ofPapers.map(({ kind }) => kind)).toContain('not-drawable');
  for (const why of ofPapers) {
    expect(paperRefusalInWords(why)).toMatch(/^Not printed\. /);
    expect(paperRefusalInWords(why)).not.toMatch(/card/i);
  }
});
