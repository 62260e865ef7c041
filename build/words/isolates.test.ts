import { expect, it } from 'vitest';
import { placeholdersIn } from './placeholders.test-support.ts';
import { pluralForms } from './plural-forms.ts';
import { readResidentCatalog } from './resident-catalogs.ts';

/** In the Arabic catalog, what is filled in and needs no isolate: numbers, which Arabic writes from the left as well. */
const NUMBERS = [
  'age',
  'all',
  'count',
  'digit',
  'digits',
  'files',
  'limit',
  'maximum',
  'minimum',
  'number',
  'size',
  'ticket',
];
/** And words that are Arabic themselves. */
const ARABIC = ['words'];

const FIRST_STRONG = '\u2068';
const POP = '\u2069';

/** What is filled in without an isolate around it, of what is neither a number nor Arabic. */
function bare(translation: string): readonly string[] {
  return [...(pluralForms(translation)?.values() ?? [translation])].flatMap((form) =>
    placeholdersIn(form).filter((place) => {
      const name = /^\{(\w+)\}$/.exec(place)?.[1];
      if (name === undefined || NUMBERS.includes(name) || ARABIC.includes(name)) return false;
      return !form.includes(`${FIRST_STRONG}${place}${POP}`);
    }),
  );
}

it('isolates in Arabic what comes from elsewhere: labels, characters, dates, times', async () => {
  const texts = await readResidentCatalog('ar');
  const isolated = texts.filter(({ translation }) => translation.includes(FIRST_STRONG));
  const wrong = texts.flatMap(({ english, translation }) => {
    const names = bare(translation);
    return names.length === 0 ? [] : [`${names.join(', ')}: ${english}`];
  });
  expect(wrong).toEqual([]);
  // It is about something: the labels, characters and dates of now.
  expect(isolated.length).toBeGreaterThan(5);
  const [some] = isolated;
  expect(bare((some?.translation ?? '').replaceAll(FIRST_STRONG, ''))).not.toEqual([]);
});

it('opens no isolate that it does not close', async () => {
  for (const { translation } of await readResidentCatalog('ar')) {
    expect(translation.split(FIRST_STRONG).length, translation).toBe(translation.split(POP).length);
  }
});
