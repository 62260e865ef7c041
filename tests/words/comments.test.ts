import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repository } from '../../build/vite/repository.ts';
import { asRead } from '../../build/words/as-read.test-support.ts';
import { parseCatalog, readCatalog } from '../../build/words/catalog.ts';

// A translator sees a message alone: what it cannot say by itself stands in its comment.

const catalog = await readCatalog();

/** Button, heading or status? Few words are often all three. */
function isShort(english: string): boolean {
  return asRead(english).some((form) => form.split(/\s+/).length <= 3);
}

/** A value: whose name, which number? */
function hasValue(english: string): boolean {
  return /\{\w+[,}]/.test(english);
}

const TERM =
  /\b(legal holds?|spoiled|ribbons?|checkpoint|day sheets?|trays?|tickets?|recovery codes?|handoff|counsel|rehearsals?|go live|lift(ed|ing)?|test card)\b/i;

/** A word of the trade, or of this kiosk: a dictionary has others for it. */
function hasTerm(english: string): boolean {
  return TERM.test(english);
}

it.each([
  ['a message of three words or fewer', isShort, 'Set aside', 'Set this aside now'],
  ['a message with a value', hasValue, '{name} can sign in.', 'You can sign in.'],
  ['a message with a term', hasTerm, 'Take the card out of the tray.', 'Take the card out of it.'],
])('%s has a comment for its translator', (_what, applies, found, notFound) => {
  expect([applies(found), applies(notFound)]).toEqual([true, false]);
  const bare = catalog.filter(({ english, comments }) => applies(english) && comments.length === 0);
  expect(bare.map(({ english, files }) => `${files[0]}: ${english}`)).toEqual([]);
});

it('a value has a name', () => {
  const unnamed = /\{\d+[,}]/;
  expect('{0} of {1}').toMatch(unnamed);
  expect(catalog.map(({ english }) => english).filter((english) => unnamed.test(english))).toEqual([]);
});

it('a comment is written in one place', () => {
  const twice = catalog.filter(({ comments }) => new Set(comments).size < comments.length);
  expect(twice.map(({ english, files }) => `${files.join(', ')}: ${english}`)).toEqual([]);
});

it('what the extractor notes of an unnamed value is no comment for a translator', async () => {
  const [message] = await parseCatalog(
    'msgid ""\nmsgstr ""\n\n#. placeholder {0}: a.b\n#. Button\n#: renderer/a.ts\nmsgid "{0}"\nmsgstr "{0}"\n',
  );
  expect(message).toMatchObject({ english: '{0}', comments: ['Button'], files: ['renderer/a.ts'] });
});

it('every message of residents has a comment: it is translated', async () => {
  const texts = readFileSync(new URL('renderer/i18n/residents/en.po', repository), 'utf8');
  const ofResidents = await parseCatalog(texts);
  expect(ofResidents.length).toBeGreaterThan(150);
  const bare = ofResidents.filter(({ comments }) => comments.length === 0);
  expect(bare.map(({ english, files }) => `${files[0]}: ${english}`)).toEqual([]);
});
