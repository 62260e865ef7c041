import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAnswers } from '../../../shared/application/answers.ts';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import type {
  ApplicationSnapshot,
  OpenedApplication,
} from '../../../shared/contract/application/application-snapshot.ts';
import { ticket } from '../../../shared/contract/ids.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { seal } from '../../lib/sealing/seal.ts';
import { sealContent } from '../../lib/sealing/sealed-content.ts';
import { APPLICATION, anyAnswers, GOOD, recordWith } from './record.test-support.ts';
import { openRecord, stateOf, takeOver } from './record.ts';

const number = createCardNumber((count) => randomBytes(count));
const card = { card: { ...SAMPLE_CARD, number }, programme: SAMPLE_PROGRAMME };

const SNAPSHOT: ApplicationSnapshot = {
  revision: 7,
  state: 'photographed',
  stage: null,
  troubles: [],
  ending: null,
  hasPhoto: true,
  cardSent: false,
  tray: null,
  denial: null,
};

function opened(
  { tray, ...columns }: Partial<OpenedApplication['columns'] & Pick<ApplicationSnapshot, 'tray'>> = {},
  key = randomBytes(32),
): OpenedApplication {
  return {
    application: APPLICATION,
    ticket: ticket.parse(3),
    key,
    lookUpKey: randomBytes(32),
    snapshot: { ...SNAPSHOT, tray: tray ?? null },
    columns: { answers: null, photo: null, card: null, ...columns },
    began: 60_000,
    policy: harborCity,
    practice: false,
  };
}

const DENIAL = { reasons: ['too-young'], day: { year: 2026, month: 11, day: 24 }, code: null };

it('a refusal stands for as long as the keeper says so', () => {
  const record = recordWith();
  takeOver(record, { ...SNAPSHOT, revision: 7, denial: DENIAL });
  expect(record.denial).toEqual(DENIAL);
  takeOver(record, { ...SNAPSHOT, revision: 8 });
  expect(record.denial).toBeNull();
  // What the keeper said before it dropped the refusal comes late.
  takeOver(record, { ...SNAPSHOT, revision: 7, denial: DENIAL });
  expect(record.denial).toBeNull();
});

describe('a record', () => {
  it('of a new application is empty', () => {
    expect(openRecord(opened())).toMatchObject({
      answers: emptyAnswers,
      photo: null,
      cardNumber: null,
      tray: null,
      cardIdentified: false,
      made: [],
      state: { kind: 'photographed' },
    });
  });

  it('is what was sealed, whatever was typed', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const key = randomBytes(32);
        const sealed = sealContent(key, APPLICATION, 'answers', answers);
        expect(openRecord(opened({ answers: sealed }, key)).answers).toEqual(answers);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [{ documents: [] }, { documents: [], route: 'first', fee: null }],
    [
      { documents: ['old-card:taken-in'], route: 'renewal', fee: null },
      { documents: ['old-card:taken-in'], route: 'renewal', fee: null },
    ],
    [
      { documents: [], route: 'replacement', fee: { settled: 'paid', cents: 1000 } },
      { documents: [], route: 'replacement', fee: { settled: 'paid', cents: 1000 } },
    ],
  ])('is what earlier releases sealed: %j', (sealedThen, answers) => {
    const key = randomBytes(32);
    const sealed = sealContent(key, APPLICATION, 'answers', sealedThen);
    expect(openRecord(opened({ answers: sealed }, key)).answers).toEqual({ ...emptyAnswers, ...answers });
  });

  it('has its card, photo and tray again', () => {
    const key = randomBytes(32);
    const tray = { front: randomBytes(9), back: randomBytes(9) };
    const record = openRecord(
      opened(
        {
          photo: seal(key, APPLICATION, 'photo', Buffer.from('jpeg')),
          card: sealContent(key, APPLICATION, 'card', card),
          tray: sealContent(key, APPLICATION, 'tray', tray),
        },
        key,
      ),
    );
    expect(Buffer.from(record.photo ?? []).toString()).toBe('jpeg');
    expect(record.cardNumber).toBe(number);
    expect(record.tray).toEqual({ front: new Uint8Array(tray.front), back: new Uint8Array(tray.back) });
  });

  it.each(['answers', 'photo', 'card', 'tray'] as const)('whose %s do not open is damage', (column) => {
    const key = randomBytes(32);
    const sealed = sealContent(key, APPLICATION, column, GOOD);
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    expect(() => openRecord(opened({ [column]: sealed }, key))).toThrow('does not open');
    // Nor does the part of another column.
    const swapped = sealContent(key, APPLICATION, 'windows', GOOD);
    expect(() => openRecord(opened({ [column]: swapped }, key))).toThrow('does not open');
  });

  it('with a card number that is none is damage', () => {
    const key = randomBytes(32);
    const sealed = sealContent(key, APPLICATION, 'card', { ...card, card: { ...card.card, number: 'K7Q2' } });
    expect(() => openRecord(opened({ card: sealed }, key))).toThrow('does not open');
  });
});

describe('a snapshot of the keeper', () => {
  it('is taken over whole, unless a newer one came before it', () => {
    const record = recordWith({ revision: 4, photo: Buffer.from('jpeg') });
    const tray = { front: randomBytes(9), back: randomBytes(9) };
    const told = {
      ...SNAPSHOT,
      state: 'printed',
      stage: 'in-tray',
      ending: { kind: 'in-tray' },
      cardSent: true,
      tray: sealContent(record.key, APPLICATION, 'tray', tray),
    } as const;
    takeOver(record, { ...told, troubles: ['tray-full'] });
    expect(record).toMatchObject({
      ...{
        revision: 7,
        stage: 'in-tray',
        troubles: ['tray-full'],
        ending: { kind: 'in-tray' },
        cardSent: true,
      },
      state: { kind: 'printed' },
      tray: { front: new Uint8Array(tray.front), back: new Uint8Array(tray.back) },
    });
    const before = { ...record };
    takeOver(record, { ...SNAPSHOT, revision: 6, hasPhoto: false });
    expect(record).toEqual(before);
    takeOver(record, { ...SNAPSHOT, revision: 8 });
    expect(record).toMatchObject({ state: { kind: 'photographed' }, stage: null, troubles: [], tray: null });
    expect(record.photo).not.toBeNull();
  });

  it('without a photo drops it, and it is searched for all the same', () => {
    const record = recordWith({ photo: randomBytes(4_000) });
    takeOver(record, { ...SNAPSHOT, state: 'checked', hasPhoto: false });
    expect(record.photo).toBeNull();
    expect(record.made.length).toBeGreaterThan(0);
  });

  it('of a card that is not out any more takes its name back', () => {
    const record = recordWith({ state: { kind: 'printed' }, cardIdentified: true });
    takeOver(record, { ...SNAPSHOT, state: 'printed' });
    expect(record.cardIdentified).toBe(true);
    takeOver(record, { ...SNAPSHOT, revision: 8, state: 'spoiled-smudged' });
    takeOver(record, { ...SNAPSHOT, revision: 9, state: 'printed' });
    expect(record.cardIdentified).toBe(false);
  });
});

it('a state that nobody knows is damage', () => {
  expect(stateOf('spoiled-smudged')).toEqual({ kind: 'spoiled', reason: 'smudged' });
  expect(() => stateOf('finished')).toThrow('nobody knows');
});
