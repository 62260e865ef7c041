import { expect, it } from 'vitest';
import { residentLanguages } from '../../shared/residents/language.ts';
import { comparedAs, isPromise, PROMISES } from './promises.test-support.ts';
import { readResidentTexts } from './resident-catalogs.ts';
import type { ResidentText } from './resident-text.ts';

const translated = residentLanguages.filter((language) => language !== 'en');
/** Screens and slips in each of the seven languages. */
const inLanguages = await Promise.all(translated.map(readResidentTexts));

/** A text in each language, by its id. */
const texts = new Map<string, readonly ResidentText[]>();
for (const text of inLanguages.flat()) texts.set(text.id, [...(texts.get(text.id) ?? []), text]);

it('promises about erasing, refusals and deadlines are as they were compared, in every language', () => {
  // One that is new or worded anew is compared sentence by sentence, and then listed.
  const promises = [...texts].filter(([, [text]]) => text !== undefined && isPromise(text));
  expect(Object.fromEntries(promises.map(([id, said]) => [id, comparedAs(said)]))).toEqual(PROMISES);
});

it('are those of screens and of slips', () => {
  const isOne = (id: string, english: string): boolean => isPromise({ id, english });
  expect(isOne('abc', 'The kiosk erases it.')).toBe(true);
  expect(isOne('slip.denial.kept', 'No name, no reasons.')).toBe(true);
  expect(isOne('abc', 'Press a key.')).toBe(false);
  expect(isOne('slip.feeReceipt.heading', 'Fee receipt')).toBe(false);
});

it('a translation that is worded anew is no longer the one that was compared', () => {
  const [, said = []] = [...texts].find(([id]) => id === 'slip.denial.until') ?? [];
  expect(said).toHaveLength(translated.length);
  const anew = said.map((text, place) => (place === 0 ? { ...text, translation: 'Cuando quiera.' } : text));
  expect(comparedAs(anew)).not.toBe(comparedAs(said));
});
