import fc from 'fast-check';
import { codeOfCheckpoint } from '../../electron/keeper/ledger/checkpoint-code.ts';
import { publicKeyHash, signCheckpoint } from '../../electron/keeper/ledger/signatures.ts';
import type { GuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { shortCodeOf } from '../../shared/ledger/short-checkpoint.ts';
import type { Base } from './bases.test-support.ts';
import { FOREIGN_KEY, keyInForce, placeIn } from './tampering.test-support.ts';

/** What is given beside a ledger: texts, or what is to be written to a file. */
export interface KnownHere {
  readonly checkpoint: { readonly text: string; readonly isFile: boolean } | null;
  readonly fingerprint: string | null;
}

type Known = (base: Base) => KnownHere;

const number = fc.nat(1_000_000);

function nameOf(key: GuardedKey): string {
  return fingerprint(publicKeyHash({ publicKey: Buffer.from(key.publicKey).toString('base64') }));
}

const rightName = number.map(
  (place) =>
    ({ keys }: Base): string =>
      nameOf(keys[placeIn(keys.length, place)] ?? FOREIGN_KEY),
);
const anyName = fc.oneof(
  { weight: 6, arbitrary: rightName },
  { weight: 3, arbitrary: fc.constant(() => nameOf(FOREIGN_KEY)) },
  { weight: 1, arbitrary: fc.constantFrom('no key', '8796 a5b4').map((name) => () => name) },
  {
    weight: 3,
    arbitrary: fc.tuple(number, rightName).map(
      ([place, name]) =>
        (base: Base) =>
          dressed(name(base), place),
    ),
  },
);

const forms = ['code', 'short', 'file'] as const;
/** What of a checkpoint is not as it was: nothing, a character, its number, its hash, its kiosk, its key. */
const faults = ['none', 'none', 'typed', 'dressed', 'beyond', 'hash', 'kiosk', 'key'] as const;

/** What a scanner, an editor or a hand puts into a text: what does not matter, and what looks or reads much like it. */
const MARKS = [
  ...[' ', '\t', '\r\n', '-', '\ufeff', '\u00a0', '\u0085', '\u001c', '\u000b', '\u2028'],
  ...['\u0131', '\u017f', '\u2010', '\u0661', '\u200b', '\0'],
];

/** A text into which something was put, at its beginning or within it. */
export function dressed(text: string, place: number): string {
  const at = place % 2 === 0 ? 0 : Math.floor(text.length / 2);
  return `${text.slice(0, at)}${MARKS[Math.floor(place / 2) % MARKS.length] ?? ''}${text.slice(at)}`;
}

function checkpointBy(place: number, form: (typeof forms)[number], fault: (typeof faults)[number]) {
  return ({ model, keys }: Base): KnownHere['checkpoint'] => {
    const at = model.entries[placeIn(model.entries.length, place)];
    if (at === undefined) return null;
    const right = keyInForce(model, keys, at.sequence);
    const key = fault === 'key' ? (keys.find((each) => each !== right) ?? FOREIGN_KEY) : right;
    const content = {
      kiosk: fault === 'kiosk' ? 'ee'.repeat(16) : model.head.kiosk,
      sequence: fault === 'beyond' ? model.entries.length + 3 : at.sequence,
      hash: fault === 'hash' ? 'cd'.repeat(32) : at.hash,
    };
    const text = textOf(signed(content, key), form);
    const altered = text.replace(/[2-9]/, (digit) => (digit === '9' ? '2' : String(Number(digit) + 1)));
    const typed = fault === 'dressed' ? dressed(text, place) : fault === 'typed' ? altered : text;
    return { text: typed, isFile: form === 'file' || fault === 'dressed' };
  };
}

function signed(content: Pick<Checkpoint, 'kiosk' | 'sequence' | 'hash'>, key: GuardedKey): Checkpoint {
  const bytes = {
    kiosk: Buffer.from(content.kiosk, 'hex'),
    sequence: content.sequence,
    hash: Buffer.from(content.hash, 'hex'),
  };
  return {
    format: 'counterfoil checkpoint 1',
    ...content,
    signature: Buffer.from(signCheckpoint(key, 'head', bytes)).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
  };
}

function textOf(checkpoint: Checkpoint, form: (typeof forms)[number]): string {
  switch (form) {
    case 'code':
      return codeOfCheckpoint(checkpoint);
    case 'short':
      return shortCodeOf(checkpoint).toLowerCase();
    case 'file':
      return JSON.stringify(checkpoint, null, 2);
  }
}

function knownBy(
  checkpoint: fc.Arbitrary<((base: Base) => KnownHere['checkpoint']) | null>,
  name: fc.Arbitrary<((base: Base) => string) | null>,
): fc.Arbitrary<Known> {
  return fc.tuple(checkpoint, name).map(
    ([of, named]): Known =>
      (base) => ({
        checkpoint: of?.(base) ?? null,
        fingerprint: named?.(base) ?? null,
      }),
  );
}

const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** What is known of a ledger by whoever keeps sheets of it: all of it right. */
export const rightlyKnown: fc.Arbitrary<Known> = knownBy(
  rarely(
    fc.tuple(number, fc.constantFrom(...forms)).map(([place, form]) => checkpointBy(place, form, 'none')),
  ),
  rarely(rightName),
);

/** What is known by whoever has a day sheet of the end, or the name of the key that signs there. */
export const knownAtEnd: fc.Arbitrary<Known> = fc.constantFrom(...forms, 'name' as const).map(
  (form): Known =>
    (base) => ({
      checkpoint: form === 'name' ? null : checkpointBy(base.model.entries.length - 1, form, 'none')(base),
      fingerprint: form === 'name' ? nameOf(base.keys.at(-1) ?? FOREIGN_KEY) : null,
    }),
);

/** The same, right or wrong. */
export const known: fc.Arbitrary<Known> = knownBy(
  rarely(
    fc
      .tuple(number, fc.constantFrom(...forms), fc.constantFrom(...faults))
      .map(([place, form, fault]) => checkpointBy(place, form, fault)),
  ),
  rarely(anyName),
);
