import { describe, expect, it } from 'vitest';
import { applicationId } from '../../shared/contract/ids.ts';
import type { Examination } from './examination.ts';
import { type Crash, judge, keysAtRest } from './judge.ts';
import type { Mark } from './marks.ts';
import type { RawFindings } from './raw-search.ts';

const kept = applicationId.parse('a'.repeat(32));
const wiped = applicationId.parse('b'.repeat(32));
const nothing = { photo: null, card: null, tray: null };

const keptRecord = {
  application: kept,
  state: 'draft',
  hasKey: true,
  columns: { answers: 'token-kept answers 1', ...nothing },
};
const wipedRecord = {
  application: wiped,
  state: 'checked',
  hasKey: true,
  columns: { answers: 'token-wiped answers 2', ...nothing },
};

/** Both applications are there, as they were answered. */
const told: readonly Mark[] = [
  { kind: 'created', who: 'kept', application: kept },
  { kind: 'stored', who: 'kept', column: 'answers', version: 1, ciphertext: '00' },
  { kind: 'created', who: 'wiped', application: wiped },
  { kind: 'stored', who: 'wiped', column: 'answers', version: 1, ciphertext: '00' },
  { kind: 'storing', who: 'wiped', column: 'answers', version: 2 },
  { kind: 'stored', who: 'wiped', column: 'answers', version: 2, ciphertext: '00' },
  { kind: 'moving', who: 'wiped', to: ['checked'] },
  { kind: 'moved', who: 'wiped', state: 'checked' },
];

const sound: Examination = {
  wiping: 0,
  wipesLeft: 0,
  locked: null,
  open: [keptRecord, wipedRecord],
  keys: [kept, wiped],
  pending: 0,
  ledgerIsValid: true,
  misfits: [],
  epoch: 2,
  counts: { issued: 0, spoiled: 0, wiped: 0 },
  forgotten: 0,
  sound: true,
  bugs: [],
  entries: ['opened'],
};
const gone: Examination = {
  ...sound,
  open: [keptRecord],
  keys: [kept],
  counts: { issued: 1, spoiled: 0, wiped: 1 },
};
const finished: readonly Mark[] = [...told, { kind: 'finishing' }, { kind: 'wiping' }];

function verdictOf(change: {
  readonly marks?: readonly Mark[];
  readonly examined?: Examination;
  readonly found?: Partial<RawFindings>;
  readonly custody?: Crash['custody'];
}) {
  return judge({
    custody: change.custody ?? 'sealed',
    token: 'token',
    marks: change.marks ?? told,
    examined: change.examined ?? sound,
    found: {
      remnants: [],
      // Under memory the next keeper removes what is open.
      traces: change.custody === 'memory' ? [] : [{ what: 'application id', application: kept, hex: kept }],
      openSlots: new Set([kept, wiped]),
      openKeys: new Set([2]),
      firstSealFound: false,
      plantFound: true,
      ciphertextFound: true,
      ...change.found,
    },
  });
}

const clean = { lost: [], forgotten: 0, remnants: [], decryptable: [], void: [] };

describe('before the hand-over', () => {
  it('all is well when everything that was answered is there', () => {
    expect(verdictOf({})).toEqual(clean);
  });

  it('what was under way may be there or not', () => {
    const marks: readonly Mark[] = [
      ...told,
      { kind: 'storing', who: 'wiped', column: 'photo', version: 1 },
      { kind: 'moving', who: 'wiped', to: ['photographed'] },
    ];
    const photo = { ...wipedRecord.columns, photo: 'token-wiped photo 1' };
    const further = { ...wipedRecord, state: 'photographed', columns: photo };
    for (const record of [wipedRecord, further]) {
      expect(verdictOf({ marks, examined: { ...sound, open: [keptRecord, record] } }).lost).toEqual([]);
    }
  });

  it.each<[string, Partial<Examination>]>([
    ['an application is gone', { open: [keptRecord], keys: [kept] }],
    [
      'an older answer came back',
      {
        open: [keptRecord, { ...wipedRecord, columns: { answers: 'token-wiped answers 1', ...nothing } }],
      },
    ],
    [
      'an answer does not open',
      {
        open: [keptRecord, { ...wipedRecord, columns: { answers: 'does not open', ...nothing } }],
      },
    ],
    ['its state went back', { open: [keptRecord, { ...wipedRecord, state: 'draft' }] }],
    ['its key is gone', { open: [keptRecord, { ...wipedRecord, hasKey: false }] }],
    ['a key has no record', { keys: [kept, wiped, applicationId.parse('c'.repeat(32))] }],
    ['the vault is damaged', { sound: false }],
    ['the ledger does not verify', { ledgerIsValid: false }],
    ['files do not fit together', { misfits: ['vault-older'] }],
    ['an entry is still pending', { pending: 1 }],
    ['a sealed application was forgotten', { forgotten: 1, entries: ['opened', 'forgotten'] }],
    ['something was counted', { counts: { issued: 1, spoiled: 0, wiped: 1 }, entries: ['opened', 'locked'] }],
    ['the keeper complained', { bugs: ['x'] }],
    ['intake is locked', { locked: 'rows-deleted' }],
  ])('it is a loss when %s', (_name, change) => {
    expect(verdictOf({ examined: { ...sound, ...change } }).lost).not.toEqual([]);
  });
});

describe('after the hand-over', () => {
  const slots = { openSlots: new Set([kept]) };

  it('all is well when the record is gone and counted once', () => {
    expect(verdictOf({ marks: finished, examined: gone, found: slots })).toEqual(clean);
  });

  it('the wipe row alone decides, whether it was answered or not', () => {
    const examined = { ...gone, wiping: 1 };
    expect(verdictOf({ examined, found: slots })).toEqual(clean);
    expect(verdictOf({ examined: { ...sound, wiping: 1 } }).lost).not.toEqual([]);
  });

  it.each<[string, Partial<Examination>]>([
    ['comes back', { open: [keptRecord, wipedRecord], keys: [kept, wiped] }],
    ['leaves its key', { keys: [kept, wiped] }],
    ['is never counted', { counts: { issued: 0, spoiled: 0, wiped: 0 } }],
    ['is counted twice', { counts: { issued: 2, spoiled: 0, wiped: 2 } }],
    ['is never concluded', { wipesLeft: 1 }],
    ['takes the other one with it', { open: [], keys: [] }],
  ])('it is a fault when the record %s', (_name, change) => {
    expect(verdictOf({ marks: finished, examined: { ...gone, ...change }, found: slots }).lost).not.toEqual(
      [],
    );
  });

  it('a receipt that was given for a wipe that is still open is a fault', () => {
    const marks: readonly Mark[] = [...finished, { kind: 'concluded' }];
    expect(verdictOf({ marks, examined: gone, found: slots })).toEqual(clean);
    expect(verdictOf({ marks, examined: { ...gone, wiping: 1 }, found: slots }).lost).toHaveLength(1);
  });

  it('a slot that still opens is found', () => {
    const verdict = verdictOf({ marks: finished, examined: gone });
    expect(verdict).toEqual({ ...clean, decryptable: [wiped] });
  });
});

it('what still names an application that is gone is a remnant; what names an open one has to be found', () => {
  const slots = new Set([kept]);
  const ofWiped = { what: 'print-job name', application: wiped, hex: wiped } as const;
  const ofKept = { what: 'application id', application: kept, hex: kept } as const;
  const found = { openSlots: slots, traces: [ofKept, ofWiped] };
  expect(verdictOf({ marks: finished, examined: gone, found }).remnants).toEqual([
    'print-job name of an application that is gone',
  ]);
  expect(verdictOf({ found: { traces: [ofKept, ofWiped] } })).toEqual(clean);
  expect(verdictOf({ found: { traces: [ofWiped] } }).void).toEqual([
    'the id of the open application was not found',
  ]);
});

describe('under memory', () => {
  const forgotten: Examination = {
    ...sound,
    open: [],
    keys: [],
    forgotten: 2,
    entries: ['opened', 'forgotten'],
  };
  const none = { openSlots: new Set<string>() };

  it('what was open is forgotten and told, which is no loss', () => {
    expect(verdictOf({ custody: 'memory', examined: forgotten, found: none })).toEqual({
      ...clean,
      forgotten: 2,
    });
  });

  it.each<[string, Partial<Examination>]>([
    ['without a word', { forgotten: 0, entries: ['opened'] }],
    ['without an entry', { entries: ['opened'] }],
    ['and told twice', { entries: ['opened', 'forgotten', 'forgotten'] }],
    ['but its row', { open: [keptRecord], keys: [kept] }],
  ])('it is a fault when it is forgotten %s', (_name, change) => {
    const examined = { ...forgotten, ...change };
    expect(verdictOf({ custody: 'memory', examined, found: none }).lost).not.toEqual([]);
  });
});

it.each<[string, Partial<RawFindings>]>([
  ['what was planted', { plantFound: false }],
  ['the slot of the open application', { openSlots: new Set([wiped]) }],
  ['its ciphertext', { ciphertextFound: false }],
  ['the key that signs', { openKeys: new Set() }],
])('a search that did not find %s proves nothing', (_name, found) => {
  expect(verdictOf({ found }).void).toHaveLength(1);
});

it('what was found raw is told', () => {
  expect(verdictOf({ found: { remnants: ['the device key (bytes)'] } }).remnants).toHaveLength(1);
});

it('a key of before that whoever has a passphrase still gets is a remnant, and so is a piece of its seal', () => {
  expect(verdictOf({ found: { openKeys: new Set([1, 2]) } }).remnants).toEqual([
    'the key that signed in epoch 1',
  ]);
  // Of a roll that the ledger does not have: nobody may find it either.
  expect(verdictOf({ found: { openKeys: new Set([2, 3]) } }).remnants).toEqual([
    'the key that signed in epoch 3',
  ]);
  expect(verdictOf({ found: { firstSealFound: true } }).remnants).toEqual([
    'the sealed seed of the first key',
  ]);
});

it('of a kiosk that rests the newest key alone may be left, and a search that finds none says nothing', () => {
  const found = (openKeys: readonly number[], firstSealFound = false) =>
    keysAtRest({ openKeys: new Set(openKeys), firstSealFound });
  expect(found([3])).toEqual({ remnants: [], void: [] });
  expect(found([2, 3]).remnants).toEqual(['the key that signed in epoch 2']);
  expect(found([1], true).remnants).toEqual(['the sealed seed of the first key']);
  expect(found([]).void).toEqual(['the key that signs was not found at rest']);
});
