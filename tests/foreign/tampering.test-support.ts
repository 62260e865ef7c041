import fc from 'fast-check';
import {
  chainedAnew,
  type ExportModel,
  endedBy,
  rolledBy,
  signatureOf,
  withEntry,
} from '../../build/vectors/export-model.ts';
import { vectorKey } from '../../build/vectors/vector-keys.ts';
import type { GuardedKey, SigningKey } from '../../electron/keeper/signing/signing-key.ts';
import { entryKindNames } from '../../shared/ledger/entries.ts';
import type { ExportedEntry, ExportHead } from '../../shared/ledger/export-lines.ts';
import type { Base } from './bases.test-support.ts';

/** A key that is none of a base's. */
export const FOREIGN_KEY = vectorKey(900);

/** What somebody does to an export: of what it was, and who holds which keys. */
export type Tampering = (model: ExportModel, keys: readonly GuardedKey[]) => ExportModel;

/** A place in a list of that length, out of a number. */
export function placeIn(length: number, number: number): number {
  return length === 0 ? 0 : number % length;
}

/** What a number of an export is from and to. */
const MOST = 2 ** 53 - 1;

const number = fc.nat(1_000_000);
/** Often near the end or the beginning: that is where signatures are. */
const near = fc.oneof(fc.nat(3), number);

const values = fc.oneof(
  fc.integer({ min: -3, max: 120 }),
  fc.constantFrom(101, 110, 1.5, 2 ** 53 - 1, 2 ** 53, 2 ** 60, 8.64e15, 8.64e15 + 1, 99.0),
  fc.constantFrom('issued', 'denied', 'staff', '', 'ISSUED', 'paid', 'memory', 'supervisor', null, true),
  fc.constantFrom('2026-02-14', '2026-02-30', '0000-01-01', '9999-12-31', '2026-2-14', '0001-01-01'),
  fc.constantFrom(
    ...[
      '1970-01-01T00:00:00.000Z',
      '2026-02-14T09:00:00Z',
      '+275760-09-13T00:00:00.000Z',
      '2024-02-29T23:59:59.999Z',
    ],
    ...[
      '+275760-09-13T00:00:00.001Z',
      '1969-12-31T23:59:59.999Z',
      '+002026-02-14T09:00:00.000Z',
      '2026-02-29T00:00:00.000Z',
    ],
    ...['2026-02-14T24:00:00.000Z', '2026-02-14T09:00:00.000+00:00', '+010000-01-01T00:00:00.000Z'],
  ),
  fc.constantFrom('ab'.repeat(32), 'AB'.repeat(32), 'ab'.repeat(16), 'ab'.repeat(31), '00'.repeat(16)),
);

const anyTampering: fc.Arbitrary<Tampering> = fc.oneof(
  fc.tuple(number, number, values).map(([place, field, value]) => fieldChanged(place, field, value)),
  fc.tuple(number, fc.constantFrom(...entryKindNames, 'visitor', '', 'constructor')).map(
    ([place, kind]): Tampering =>
      (model) =>
        withEntry(model, 1 + placeIn(model.entries.length, place), { kind }),
  ),
  fc.tuple(number, fc.boolean()).map(([place, isMore]) => fieldsOtherwise(place, isMore)),
  number.map(
    (place): Tampering =>
      (model) => ({
        ...model,
        entries: model.entries.filter((_entry, index) => index !== placeIn(model.entries.length, place)),
      }),
  ),
  fc
    .tuple(
      number,
      fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: -4, max: 40 }) },
        { weight: 1, arbitrary: fc.constantFrom(-MOST, -MOST + 1, MOST) },
      ),
    )
    .map(
      ([place, sequence]): Tampering =>
        (model) => {
          const entry = model.entries[placeIn(model.entries.length, place)];
          return entry === undefined
            ? model
            : { ...model, entries: [...model.entries, { ...entry, sequence }] };
        },
    ),
  fc.tuple(number, number).map(([one, other]) => exchanged(one, other)),
  number.map(
    (place): Tampering =>
      (model) =>
        withEntry(model, 1 + placeIn(model.entries.length, place), {
          hash: flipped(model.entries[placeIn(model.entries.length, place)]?.hash ?? ''),
        }),
  ),
  near.map(
    (many): Tampering =>
      (model) => ({ ...model, entries: model.entries.slice(0, -1 - placeIn(model.entries.length, many)) }),
  ),
  number.map(
    (place): Tampering =>
      (model) =>
        chainedAnew(model, 1 + placeIn(model.entries.length, place)),
  ),
  fc.tuple(near, fc.boolean()).map(
    ([key, isForeign]): Tampering =>
      (model, keys) =>
        endedBy(model, keyOf(keys, key, isForeign)),
  ),
  fc.tuple(number, near, fc.boolean()).map(([roll, key, isForeign]) => rollSigned(roll, key, isForeign)),
  fc.tuple(number, near, fc.boolean()).map(
    ([kept, key, isForeign]): Tampering =>
      (model, keys) => {
        const { sequence } = model.head.intervals[placeIn(model.head.intervals.length, kept)] ?? {};
        const isThere = model.entries.some((entry) => entry.sequence === sequence);
        return sequence === undefined || !isThere
          ? model
          : keptBy(model, sequence, keyOf(keys, key, isForeign));
      },
  ),
  headTampering(),
  fc.tuple(number, fc.integer({ min: 1, max: 5 })).map(
    ([place, epoch]): Tampering =>
      (model) => {
        const rolls = model.entries.flatMap((entry, index) =>
          entry.kind === 'key-rolled' ? [index + 1] : [],
        );
        const at = rolls[placeIn(rolls.length, place)];
        if (at === undefined) return model;
        return withEntry(model, at, { fields: { ...model.entries[at - 1]?.fields, epoch } });
      },
  ),
);

/** What whoever holds the file, and perhaps keys, does to it. The last ones put it together again, so that it holds by itself as far as it can. */
export const tampering: fc.Arbitrary<Tampering> = fc
  .tuple(
    fc.array(anyTampering, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('as-it-is', 'chained', 'signed', 'anew'),
  )
  .map(
    ([steps, ending]): Tampering =>
      (model, keys) =>
        endingOf(ending)(
          steps.reduce((each, act) => act(each, keys), model),
          keys,
        ),
  );

function endingOf(ending: 'as-it-is' | 'chained' | 'signed' | 'anew'): Tampering {
  switch (ending) {
    case 'as-it-is':
      return (model) => model;
    case 'chained':
      return (model) => chainedAnew(model, 1);
    case 'signed':
      return (model, keys) => endedBy(chainedAnew(model, 1), keys.at(-1) ?? FOREIGN_KEY);
    case 'anew':
      return signedAnew;
  }
}

/** With all keys of the kiosk: everything chained and signed anew. */
function signedAnew(model: ExportModel, keys: readonly GuardedKey[]): ExportModel {
  let anew = chainedAnew(model, 1);
  for (const [epoch, { sequence }] of model.head.rolls.entries()) {
    const key = keys[epoch];
    if (key !== undefined && anew.entries.some((entry) => entry.sequence === sequence))
      anew = rolledBy(anew, sequence, key);
  }
  for (const { sequence } of model.head.intervals) {
    const key = keyInForce(anew, keys, sequence);
    if (anew.entries.some((entry) => entry.sequence === sequence)) anew = keptBy(anew, sequence, key);
  }
  return endedBy(anew, keys.at(-1) ?? FOREIGN_KEY);
}

/** The key of a base that signs at an entry. */
export function keyInForce(model: ExportModel, keys: Base['keys'], sequence: number): GuardedKey {
  const rolls = model.entries.filter((entry) => entry.kind === 'key-rolled' && entry.sequence <= sequence);
  return keys[rolls.length] ?? FOREIGN_KEY;
}

function keyOf(keys: readonly GuardedKey[], place: number, isForeign: boolean): GuardedKey {
  return isForeign ? FOREIGN_KEY : (keys[placeIn(keys.length, place)] ?? FOREIGN_KEY);
}

function flipped(hex: string): string {
  return `${hex.slice(0, -1)}${hex.endsWith('0') ? '1' : '0'}`;
}

function fieldChanged(place: number, field: number, value: unknown): Tampering {
  return (model) => {
    const at = placeIn(model.entries.length, place);
    const fields = model.entries[at]?.fields ?? {};
    const names = Object.keys(fields);
    const name = names[placeIn(names.length, field)];
    return name === undefined ? model : withEntry(model, at + 1, { fields: { ...fields, [name]: value } });
  };
}

function fieldsOtherwise(place: number, isMore: boolean): Tampering {
  return (model) => {
    const at = placeIn(model.entries.length, place);
    const fields = Object.entries(model.entries[at]?.fields ?? {});
    const others = isMore ? [...fields, ['note', 'Quillobert']] : fields.slice(1);
    return withEntry(model, at + 1, { fields: Object.fromEntries(others) });
  };
}

function exchanged(one: number, other: number): Tampering {
  return (model) => {
    const { entries } = model;
    const [first, second] = [placeIn(entries.length, one), placeIn(entries.length, other)];
    const [before, after] = [entries[first], entries[second]];
    if (before === undefined || after === undefined || first === second) return model;
    const put = (entry: ExportedEntry, index: number): ExportedEntry => {
      if (index === first) return { ...after, sequence: before.sequence };
      return index === second ? { ...before, sequence: after.sequence } : entry;
    };
    return { ...model, entries: entries.map(put) };
  };
}

function rollSigned(roll: number, key: number, isForeign: boolean): Tampering {
  return (model, keys) => {
    const { sequence } = model.head.rolls[placeIn(model.head.rolls.length, roll)] ?? {};
    const isThere = model.entries.some((entry) => entry.sequence === sequence);
    return sequence === undefined || !isThere
      ? model
      : rolledBy(model, sequence, keyOf(keys, key, isForeign));
  };
}

type HeadChange = (head: ExportHead) => ExportHead;

/** What of the first line is changed, taken away or added. */
function headTampering(): fc.Arbitrary<Tampering> {
  const signature = Buffer.alloc(64, 7).toString('base64');
  const change: fc.Arbitrary<HeadChange> = fc.oneof(
    fc.constant<HeadChange>((head) => ({ ...head, head: null })),
    fc.integer({ min: -3, max: 3 }).map(
      (by): HeadChange =>
        (head) => ({ ...head, head: head.head && { ...head.head, sequence: head.head.sequence + by } }),
    ),
    fc.constant<HeadChange>((head) => ({
      ...head,
      head: head.head && { ...head.head, hash: flipped(head.head.hash) },
    })),
    fc.constant<HeadChange>((head) => ({ ...head, head: head.head && { ...head.head, signature } })),
    fc.constant<HeadChange>((head) => ({ ...head, kiosk: flipped(head.kiosk) })),
    fc.constant<HeadChange>((head) => ({
      ...head,
      publicKey: Buffer.from(FOREIGN_KEY.publicKey).toString('base64'),
    })),
    fc.constantFrom('', 'AAAA', '!').map(
      (publicKey): HeadChange =>
        (head) => ({ ...head, publicKey }),
    ),
    number.map(
      (place): HeadChange =>
        (head) => ({
          ...head,
          rolls: head.rolls.filter((_roll, index) => index !== placeIn(head.rolls.length, place)),
        }),
    ),
    fc.oneof(fc.integer({ min: -2, max: 40 }), fc.constantFrom(-MOST, MOST)).map(
      (sequence): HeadChange =>
        (head) => ({ ...head, rolls: [...head.rolls, { sequence, signature }] }),
    ),
    number.map(
      (place): HeadChange =>
        (head) => ({
          ...head,
          intervals: head.intervals.filter((_kept, index) => index !== placeIn(head.intervals.length, place)),
        }),
    ),
    fc.constantFrom(-MOST, -1, 1, 4_095, 4_096, 4_097, 12_288, MOST).map(
      (sequence): HeadChange =>
        (head) => ({
          ...head,
          intervals: [...head.intervals, { sequence, hash: 'ab'.repeat(32), signature }],
        }),
    ),
    number.map(
      (place): HeadChange =>
        (head) => ({
          ...head,
          intervals: head.intervals.map((kept, index) =>
            index === placeIn(head.intervals.length, place) ? { ...kept, hash: flipped(kept.hash) } : kept,
          ),
        }),
    ),
  );
  return change.map(
    (act): Tampering =>
      (model) => ({ ...model, head: act(model.head) }),
  );
}

/** Signs the kept signature of an entry anew. */
function keptBy(model: ExportModel, sequence: number, key: SigningKey): ExportModel {
  const entry = model.entries.find((each) => each.sequence === sequence);
  if (entry === undefined) throw new Error('there is no such entry');
  const signature = signatureOf(model, key, 'interval', entry);
  const intervals = model.head.intervals.map((kept) =>
    kept.sequence === sequence ? { sequence, hash: entry.hash, signature } : kept,
  );
  return { ...model, head: { ...model.head, intervals } };
}
