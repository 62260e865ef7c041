import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signaturePath, signDetached } from '../../lib/policy-file/detached-signature.ts';
import { keyOfBytes } from '../../lib/policy-file/programme-key.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { newOffice, putOrder, putText, resumeOrder, suspendOrder } from './orders.test-support.ts';
import { type OrderYardstick, readNextOrder } from './orders-on-stick.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const office = newOffice();

function yardstick(change: Partial<OrderYardstick> = {}): OrderYardstick {
  return {
    key: keyOfBytes(Buffer.from(office.orders.key, 'base64')),
    ...{ program: 'harbor-city', newest: 3, now: NOON, languages: ['en', 'es'] },
    ...change,
  };
}

/** A stick with order 4, and what a look for the next order comes to. */
function stick() {
  const folder = workingFolder();
  const path = putOrder(folder, office, suspendOrder(4));
  return {
    folder,
    path,
    look: (change?: Partial<OrderYardstick>) => readNextOrder(folder, yardstick(change)),
  };
}

const found = (serial: number, more: object = {}) => ({ ok: true, value: { order: { serial }, ...more } });
const fault = (error: object) => ({ ok: false, error });
const content = (mistake: object) =>
  fault({ check: 'content', file: 'order-4.json', mistakes: [expect.objectContaining(mistake)] });
const inJson = (order: object) => JSON.stringify(order);

describe('the order on a stick', () => {
  it('is the next one, whatever else lies there', () => {
    const { folder, look } = stick();
    for (const serial of [2, 3, 5, 7]) putOrder(folder, office, suspendOrder(serial));
    writeFileSync(join(folder, 'order-04.json'), 'no number');
    expect(look()).toMatchObject(found(4, { passedOver: [], more: 2 }));
    expect(look({ newest: 4 })).toMatchObject(found(5, { more: 1 }));
    expect(look({ newest: 1 })).toMatchObject(found(2));
  });

  it('may have a byte order mark, and languages that the policy does not promise', () => {
    const { folder, look } = stick();
    const order = {
      ...suspendOrder(4),
      notice: { en: 'Not today.', es: 'Hoy no.', 'zh-Hans': '今天不行。' },
    };
    putText(folder, office, 4, `\uFEFF${inJson(order)}`);
    expect(look()).toMatchObject(found(4));
    expect(look({ languages: undefined })).toMatchObject(found(4));
  });

  it('cannot be read on a stick that fails: nobody says that it is not there', () => {
    const { folder } = stick();
    // The nearest that any machine has to a stick with a read error: the file system refuses to look.
    expect(readNextOrder(join(folder, 'x'.repeat(300)), yardstick())).toEqual(
      fault({ check: 'file', file: 'order-4.json', why: 'unreadable' }),
    );
  });

  it('is not looked for on a stick that was not listed to its end: nobody says which orders it has', () => {
    const { folder } = stick();
    putOrder(folder, office, suspendOrder(5));
    // Two orders and their signatures.
    const among = (most: number) => readNextOrder(folder, yardstick(), most);
    expect([among(3), among(4)]).toMatchObject([fault({ check: 'too-many-files' }), found(4, { more: 1 })]);
  });

  // Each spoils a stick that is taken without it.
  const long = 'x'.repeat(401);
  const spoilt: readonly (readonly [string, (on: ReturnType<typeof stick>) => void, object])[] = [
    ['no file', ({ path }) => rmSync(path), fault({ check: 'file', file: 'order-4.json', why: 'missing' })],
    [
      'no stick',
      ({ folder }) => rmSync(folder, { recursive: true }),
      fault({ check: 'file', why: 'missing' }),
    ],
    [
      'a folder',
      ({ path }) => {
        rmSync(path);
        mkdirSync(path);
      },
      fault({ check: 'file', why: 'no-file' }),
    ],
    [
      'a link to another order',
      ({ path }) => {
        renameSync(path, `${path}.kept`);
        symlinkSync(`${path}.kept`, path);
      },
      fault({ check: 'file', why: 'no-file' }),
    ],
    [
      'a link to what has no end',
      ({ path }) => {
        rmSync(path);
        symlinkSync('/dev/zero', path);
      },
      fault({ check: 'file', why: 'no-file' }),
    ],
    [
      'a signature that is a link',
      ({ path }) => {
        renameSync(signaturePath(path), `${path}.kept`);
        symlinkSync(`${path}.kept`, signaturePath(path));
      },
      fault({ check: 'file', why: 'no-file' }),
    ],
    [
      'too large',
      ({ folder }) => putText(folder, office, 4, inJson(suspendOrder(4)) + ' '.repeat(64 * 1024)),
      fault({ check: 'file', why: 'too-large' }),
    ],
    ['empty', ({ folder }) => putText(folder, office, 4, ''), content({ allowed: 'the file is empty' })],
    ['no JSON', ({ folder }) => putText(folder, office, 4, '{ "format": 1'), content({ line: 1 })],
    ['nested', ({ folder }) => putText(folder, office, 4, '['.repeat(60_000)), content({ column: 33 })],
    [
      'a key that nobody knows',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), wipe: 'everything' }),
      content({ at: 'wipe' }),
    ],
    [
      'a key twice',
      ({ folder }) => putText(folder, office, 4, inJson(suspendOrder(4)).replace('{', '{"act":"resume",')),
      content({ at: 'act' }),
    ],
    [
      'another format',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), format: 2 }),
      content({ at: 'format', allowed: 'takes 1' }),
    ],
    [
      'another act',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), act: 'erase' }),
      content({ allowed: expect.stringContaining('"suspend" or "resume"') }),
    ],
    [
      'a number that is none',
      ({ folder }) => putText(folder, office, 4, inJson({ ...suspendOrder(4), serial: 0 })),
      content({ at: 'serial' }),
    ],
    [
      'a moment without its offset',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), expires: '2099-01-01T00:00:00' }),
      content({ at: 'expires' }),
    ],
    [
      'a moment that no ledger has room for',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), takesEffect: '1960-01-01T08:00:00Z' }),
      content({ at: 'takesEffect', allowed: 'takes a date and time after 1970' }),
    ],
    [
      'a day that is none',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), takesEffect: '2027-02-30T08:00:00Z' }),
      content({ at: 'takesEffect' }),
    ],
    [
      'a notice without English',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), notice: { es: 'Hoy no.' } }),
      content({ at: 'notice.en' }),
    ],
    [
      'a notice that is too long',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), notice: { en: long, es: 'Hoy no.' } }),
      content({ at: 'notice.en' }),
    ],
    [
      'a notice of an order to resume',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), act: 'resume' }),
      content({ at: 'open' }),
    ],
    [
      'a language of the policy is missing',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), notice: { en: 'Not today.' } }),
      fault({ check: 'languages', file: 'order-4.json', missing: ['es'] }),
    ],
    [
      'no signature',
      ({ path }) => rmSync(signaturePath(path)),
      fault({ check: 'signature', file: 'order-4.json', why: 'missing' }),
    ],
    [
      'no signature in its file',
      ({ path }) => writeFileSync(signaturePath(path), 'signed'),
      fault({ check: 'signature', why: 'malformed' }),
    ],
    [
      'a signature without end',
      ({ path }) => writeFileSync(signaturePath(path), 'x'.repeat(100_000)),
      fault({ check: 'signature', why: 'unreadable' }),
    ],
    [
      'changed after it was signed',
      ({ path }) => writeFileSync(path, readFileSync(path, 'utf8').replace('finish', 'wipe')),
      fault({ check: 'signature', why: 'wrong' }),
    ],
    [
      'another’s signature',
      ({ folder }) => putOrder(folder, newOffice(), suspendOrder(4)),
      fault({ check: 'signature', why: 'wrong' }),
    ],
    [
      'the signature of a policy by the same key',
      ({ path }) =>
        writeFileSync(
          signaturePath(path),
          signDetached('policy', readFileSync(path), office.privateKey).replace('policy', 'order'),
        ),
      fault({ check: 'signature', why: 'wrong' }),
    ],
    [
      'another program',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), program: 'quayside' }),
      fault({ check: 'program', found: 'quayside', inForce: 'harbor-city' }),
    ],
    [
      'renamed',
      ({ folder, path }) => {
        const other = putOrder(folder, office, resumeOrder(9));
        for (const end of ['', '.sig']) {
          copyFileSync(`${other}${end}`, `${path}${end}`);
          rmSync(`${other}${end}`);
        }
      },
      fault({ check: 'number', file: 'order-4.json', serial: 9 }),
    ],
    [
      'one in between is missing',
      ({ folder, path }) => {
        rmSync(path);
        putOrder(folder, office, suspendOrder(6));
        putOrder(folder, office, suspendOrder(5));
      },
      fault({ check: 'skips', missing: 4, found: 5 }),
    ],
    [
      'replayed',
      ({ folder, path }) => {
        rmSync(path);
        putOrder(folder, office, suspendOrder(3));
        putOrder(folder, office, suspendOrder(2));
      },
      fault({ check: 'replayed', found: 3, newest: 3 }),
    ],
    [
      'expired',
      ({ folder }) => putOrder(folder, office, { ...suspendOrder(4), expires: new Date(NOON).toISOString() }),
      fault({ check: 'expired', serial: 4, expires: NOON }),
    ],
  ];

  it.each(spoilt)('is refused by the check that it does not pass: %s', (_what, spoil, refused) => {
    const on = stick();
    expect(on.look()).toMatchObject(found(4));
    spoil(on);
    expect(on.look()).toMatchObject(refused);
  });

  it('passes over signed orders that have expired, to the first that has not', () => {
    const { folder, path, look } = stick();
    const expired = (serial: number) => ({ ...suspendOrder(serial), expires: '2026-11-01T00:00:00Z' });
    putOrder(folder, office, expired(4));
    putOrder(folder, office, expired(5));
    putOrder(folder, office, resumeOrder(6));
    expect(look()).toMatchObject(found(6, { passedOver: [4, 5], more: 0 }));
    // What they ordered counts for nothing, and that the office gave them for all.
    writeFileSync(signaturePath(path), 'nobody');
    expect(look()).toMatchObject(fault({ check: 'signature', file: 'order-4.json' }));
    putOrder(folder, office, { ...expired(4), program: 'quayside' });
    expect(look()).toMatchObject(fault({ check: 'program' }));
    putOrder(folder, office, expired(4));
    rmSync(join(folder, 'order-5.json'));
    expect(look()).toMatchObject(fault({ check: 'skips', missing: 5, found: 6 }));
    rmSync(join(folder, 'order-6.json'));
    expect(look()).toMatchObject(fault({ check: 'expired', serial: 4 }));
  });
});
