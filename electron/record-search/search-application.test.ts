import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { emptyAnswers } from '../../shared/application/answers.ts';
import { textInputs } from '../../shared/application/fields.ts';
import { SAMPLE_CARD } from '../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../shared/card/sample-programme.test-support.ts';
import type { ApplicationToSearch, RecordSearchOrder } from '../../shared/contract/command/record-search.ts';
import { applicationId, recordSearchId } from '../../shared/contract/ids.ts';
import { sealContent } from '../lib/sealing/sealed-content.ts';
import { searchForName } from './search-application.ts';

const SALT = '0f'.repeat(16);
const search = recordSearchId.parse('e'.repeat(32));
const id = applicationId.parse('a'.repeat(32));

function asked(name: string): RecordSearchOrder['name'] {
  const key = randomBytes(32);
  return { search, key, sealed: sealContent(key, search, 'asked-name', { name, salt: SALT }) };
}

function application(held: {
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly card?: Readonly<Record<string, unknown>>;
}): ApplicationToSearch {
  const key = randomBytes(32);
  const { answers, card } = held;
  return {
    ...{ id, key },
    answers: answers === undefined ? null : sealContent(key, id, 'answers', { ...emptyAnswers, ...answers }),
    card:
      card === undefined
        ? null
        : sealContent(key, id, 'card', { card: { ...SAMPLE_CARD, ...card }, programme: SAMPLE_PROGRAMME }),
  };
}

/** What a search process says of this application; null: it looks at the name alone. */
function searchApplication({
  name,
  application: one,
}: {
  readonly name: RecordSearchOrder['name'];
  readonly application: ApplicationToSearch | null;
}) {
  return searchForName({
    name,
    where: one === null ? { kind: 'name-alone' } : { kind: 'application', application: one },
  });
}

it('every text that was typed is searched, the nearest match of each is told', () => {
  const held = application({
    answers: {
      ...{
        name: 'Vandersloot Zephyrina',
        chosenName: 'Quillobert',
        medicalNote: 'Call Zephyrina Vandersloot',
      },
      emergencyName: 'Zephyrína Vandersloot',
    },
    card: { name: 'Zephyrina Vandersloot' },
  });
  expect(searchApplication({ name: asked('Zephyrina Vandersloot'), application: held })).toEqual({
    kind: 'searched',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    found: [
      { input: 'name', match: 'as-typed' },
      { input: 'emergencyName', match: 'other-spelling' },
      { input: 'medicalNote', match: 'more-or-fewer-words' },
    ],
  });
});

it('every text of an application is searched, and a name of which each part stands in another one is not found', () => {
  expect([...textInputs].toSorted()).toEqual(
    [
      ...['name', 'chosenName', 'emergencyName', 'emergencyPhone', 'gender', 'eyeColor', 'height'],
      ...['languages', 'medicalNote', 'libraryNumber'],
    ].toSorted(),
  );
  for (const input of textInputs) {
    const held = application({ answers: { [input]: 'Zephyrina' } });
    expect(searchApplication({ name: asked('Zephyrina'), application: held })).toMatchObject({
      found: [{ input, match: 'as-typed' }],
    });
  }
  const apart = application({
    answers: { chosenName: 'Zephyrina Quill', emergencyName: 'Hesper Oddfellow' },
  });
  expect(searchApplication({ name: asked('Zephyrina Oddfellow'), application: apart })).toMatchObject({
    found: [],
  });
});

it('every text that was printed last is searched as well, whatever was typed since', () => {
  const contact = { name: 'Hesper Quill', phone: '555-0100' };
  const onCard: Partial<Record<(typeof textInputs)[number], Readonly<Record<string, unknown>>>> = {
    emergencyName: { emergencyContact: { ...contact, name: 'Zephyrina' } },
    emergencyPhone: { emergencyContact: { ...contact, phone: 'Zephyrina' } },
  };
  for (const input of textInputs) {
    const held = application({
      answers: { name: 'Peregrine Oddfellow' },
      card: onCard[input] ?? { [input]: 'Zephyrina' },
    });
    expect(searchApplication({ name: asked('Zephyrina'), application: held })).toMatchObject({
      found: [{ input, match: 'as-typed' }],
    });
  }
});

it('what is no text is not searched: dates, marks, documents that were seen, the number of the card', () => {
  const held = application({
    answers: { birthYear: '1991', documents: ['passport'] },
    card: { number: 'passport' },
  });
  for (const name of ['passport', 'P 1991'])
    expect(searchApplication({ name: asked(name), application: held })).toMatchObject({ found: [] });
  const typed = application({ answers: { name: 'Passport Oddfellow' } });
  expect(searchApplication({ name: asked('passport'), application: typed })).toMatchObject({
    found: [{ input: 'name' }],
  });
});

it('a single word of the name is a possible match where names are typed, and none elsewhere', () => {
  const held = application({ answers: { name: 'Hazel', eyeColor: 'hazel', languages: 'Oddfellow' } });
  expect(searchApplication({ name: asked('Hazel Oddfellow'), application: held })).toMatchObject({
    found: [{ input: 'name', match: 'one-word-of-it' }],
  });
  expect(searchApplication({ name: asked('Hazel'), application: held })).toMatchObject({
    found: [
      { input: 'name', match: 'as-typed' },
      { input: 'eyeColor', match: 'other-spelling' },
    ],
  });
});

it('a name that was edited after it was printed is still held, and one of which nothing was typed holds none', () => {
  const held = application({
    answers: { name: 'Peregrine Oddfellow' },
    card: { name: 'Zephyrina Vandersloot' },
  });
  expect(searchApplication({ name: asked('Zephyrina Vandersloot'), application: held })).toMatchObject({
    found: [{ input: 'name', match: 'as-typed' }],
  });
  expect(searchApplication({ name: asked('Zephyrina'), application: application({}) })).toMatchObject({
    ...{ kind: 'searched', found: [] },
  });
});

it('a part that does not open, or holds what nobody understands, is unreadable', () => {
  const name = asked('Zephyrina Vandersloot');
  const held = application({ answers: { name: 'Zephyrina Vandersloot' }, card: {} });
  const searched = (change: Partial<typeof held>) =>
    searchApplication({ name, application: { ...held, ...change } });
  expect(searched({})).toMatchObject({ kind: 'searched' });
  expect(searched({ key: randomBytes(32) })).toEqual({ kind: 'unreadable' });
  expect(searched({ card: new Uint8Array(60) })).toEqual({ kind: 'unreadable' });
  expect(searched({ answers: held.card })).toEqual({ kind: 'unreadable' });
  expect(searched({ answers: sealContent(held.key, id, 'answers', { name: 7 }) })).toEqual({
    kind: 'unreadable',
  });
});

it('a sealed name that is none, or another search’s, is no question', () => {
  const { key, sealed } = asked('*');
  expect(searchApplication({ name: { search, key, sealed }, application: null })).toEqual({
    kind: 'no-name',
  });
  const other = { ...asked('Zephyrina'), search: recordSearchId.parse('d'.repeat(32)) };
  expect(searchApplication({ name: other, application: null })).toEqual({ kind: 'no-name' });
});

it('texts that staff typed are searched by the same process, which alone opens the name', () => {
  const texts = [
    { source: 'counsel-reference', text: 'Zephyrína Vandersloot v. Harbor City' },
    { source: 'notice', text: 'The counter is closed today.' },
    { source: 'kiosk-name', text: 'Counter 3' },
    { source: 'staff-name', text: 'Peregrine Oddfellow' },
  ] as const;
  const found = (name: string) =>
    searchForName({ name: asked(name), where: { kind: 'staff-texts', texts: [...texts] } });
  expect(found('Zephyrina Vandersloot')).toEqual({
    kind: 'staff-texts-searched',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    found: [{ source: 'counsel-reference', match: 'more-or-fewer-words' }],
  });
  expect(found('Oddfellow Peregrine')).toMatchObject({
    found: [{ source: 'staff-name', match: 'other-order' }],
  });
  expect(found('Hesper Quill')).toMatchObject({ kind: 'staff-texts-searched', found: [] });
});
