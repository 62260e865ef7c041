import { expect, it } from 'vitest';
import { type TextInputName, textInputs } from '../application/fields.ts';
import { matchInWords, REASON_WORDS } from './search-words.ts';
import { sampleStatement } from './statement.test-support.ts';

/** How an answer words it that these inputs of ticket 7 have the name. */
function inWords(inputs: readonly TextInputName[], most = 1): string {
  const found = inputs.map((input) => ({ input, match: 'as-typed' }));
  const { matches } = sampleStatement({ matches: [{ ticket: 7, day: '2026-11-24', found }] });
  return matches.map((match) => matchInWords(match, most)).join('\n');
}

it.each([
  ['name', 'name'],
  ['chosenName', 'chosen name'],
  ['emergencyName', 'emergency contact'],
  ['emergencyPhone', 'phone number of the emergency contact'],
] as const)('calls the input %s "%s"', (input, words) => {
  expect(inWords([input])).toBe(`Ticket 7 of 2026-11-24 (${words}, exactly as asked)`);
});

it('has words for four reasons', () => {
  expect(Object.values(REASON_WORDS)).toEqual([
    ...['Subpoena', 'Court order', 'Records request', 'Request of the person'],
  ]);
});

it('calls no two inputs the same', () => {
  expect(new Set(textInputs.map((input) => inWords([input]))).size).toBe(textInputs.length);
});

it('names the first, and how many more', () => {
  expect(inWords(['name', 'chosenName', 'medicalNote'], 2)).toBe(
    'Ticket 7 of 2026-11-24 (name, exactly as asked; chosen name, exactly as asked; and 1 more)',
  );
});
