import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { textOf } from '../../build/vectors/export-model.ts';
import { signedBytes } from '../../electron/keeper/receipt/receipt.ts';
import type { GuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { outcomes } from '../../shared/application/application-state.ts';
import { dayText } from '../../shared/calendar.ts';
import { custodyKinds } from '../../shared/contract/custody.ts';
import { notDoneCodes, type Receipt, spoolOutcomes } from '../../shared/contract/receipt.ts';
import {
  type ReceiptContent,
  receiptCode,
  signedBytesOfReceiptCode,
} from '../../shared/receipt/receipt-code.ts';
import { rawKeyOf } from '../../shared/statement/statement-code.ts';
import type { Base } from './bases.test-support.ts';
import { dressed, type KnownHere, known, knownAtEnd } from './known-elsewhere.test-support.ts';
import { baseOf, knownFiles, type Question } from './ledger-cases.test-support.ts';
import { FOREIGN_KEY, placeIn, type Tampering, tampering } from './tampering.test-support.ts';

/** A receipt, with what it is judged by. */
export interface ReceiptPlan {
  readonly base: number;
  readonly content: Omit<ReceiptContent, 'kiosk'> & { readonly isOfAnother: boolean };
  readonly key: number | 'foreign';
  readonly form: 'code' | 'data';
  readonly outcome: Receipt['erased']['outcome'];
  readonly name: string;
  readonly change: Change | null;
  readonly ledger: Tampering | 'whole' | 'none' | 'refused';
  readonly known: (base: Base) => KnownHere;
}

type Change = readonly [
  kind: 'character' | 'dressed' | 'shorter' | 'member' | 'gone' | 'more',
  place: number,
  value: unknown,
];

const bit = fc.constantFrom(0 as const, 1 as const);
const search: fc.Arbitrary<ReceiptContent['search']> = fc.oneof(
  fc.constant({ kind: 'not-searched' as const }),
  fc.record({
    ...{ kind: fc.constant('searched' as const), hits: fc.constant(0 as const) },
    ...{ files: fc.integer({ min: 2, max: 15 }).map((power) => 10 ** power) },
    ...{ bytes: fc.integer({ min: 7, max: 15 }).map((power) => 10 ** power) },
    ...{ tooShort: bit, alsoOwn: bit, unreadable: bit },
  }),
);
const day = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 10, max: 20 }).map((each) => ({ year: 2026, month: 2, day: each })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { year: 1, month: 1, day: 1 },
      { year: 9999, month: 12, day: 31 },
      { year: 2024, month: 2, day: 29 },
    ),
  },
);
const inTime = fc.constantFrom({ year: 2026, month: 2, day: 11 }, { year: 2026, month: 2, day: 12 });
const notDone = fc.subarray([...notDoneCodes]);
const said = {
  practice: fc.boolean(),
  custody: fc.constantFrom(...custodyKinds),
  search,
  spool: fc.constantFrom(...spoolOutcomes),
  notDone,
};
const names = fc.constantFrom(
  'Counter 3',
  'Łódź “2”',
  'a\\b"c',
  'tab\tand\u0007bell\u2028',
  '\ud83d\ude00 half \ud83d',
  '',
);
const shared = {
  ...{ base: fc.nat(1_000), form: fc.constantFrom('code' as const, 'data' as const) },
  ...{ outcome: fc.constantFrom(...outcomes), name: names },
};

/** A receipt that one of the ledger's keys signed, before that key gave way. */
export const wholeReceipt: fc.Arbitrary<ReceiptPlan> = fc.record({
  ...shared,
  content: fc.record({ ...said, day: inTime, isOfAnother: fc.constant(false) }),
  key: fc.nat(1_000),
  change: fc.constant(null),
  ledger: fc.constant('whole' as const),
  known: knownAtEnd,
});

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom(
    'character',
    'character',
    'dressed',
    'dressed',
    'shorter',
    'member',
    'member',
    'gone',
    'more',
  ),
  fc.nat(1_000_000),
  fc.constantFrom<unknown>(
    0,
    1,
    3,
    100,
    101,
    true,
    false,
    null,
    '',
    'sealed',
    '2026-02-13',
    'denied',
    [],
    ['some-files-unreadable'],
    'AAAA',
    // As many characters as a signature or a key has, and more bytes.
    'A'.repeat(88),
    `${'A'.repeat(87)}=`,
    'A'.repeat(60),
  ),
);

/** Any other. */
export const otherReceipt: fc.Arbitrary<ReceiptPlan> = fc.record({
  ...shared,
  content: fc.record({ ...said, day, isOfAnother: fc.constantFrom(false, false, false, true) }),
  key: fc.oneof(
    { weight: 4, arbitrary: fc.nat(1_000) },
    { weight: 1, arbitrary: fc.constant('foreign' as const) },
  ),
  change: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: change }),
  ledger: fc.oneof(
    { weight: 4, arbitrary: fc.constant('whole' as const) },
    { weight: 1, arbitrary: fc.constantFrom('none' as const, 'none' as const, 'refused' as const) },
    { weight: 1, arbitrary: tampering },
  ),
  known,
});

/** Writes the files of a case, and says what is asked. */
export function askedOfReceipt(
  plan: ReceiptPlan,
  bases: readonly Base[],
  folder: string,
  name: string,
): Question {
  const of = baseOf(bases, plan.base);
  const { isOfAnother, ...content } = plan.content;
  const kiosk = isOfAnother ? 'ee'.repeat(16) : of.model.head.kiosk;
  const key =
    plan.key === 'foreign' ? FOREIGN_KEY : (of.keys[placeIn(of.keys.length, plan.key)] ?? FOREIGN_KEY);
  const receipt = receiptBy(key, { ...content, kiosk }, plan.outcome, plan.name);
  const text = plan.form === 'code' ? receipt.code : JSON.stringify(receipt);
  const given = plan.change === null ? text : changed(text, plan.form, plan.change);
  const path = join(folder, `${name}.receipt`);
  writeFileSync(path, given);
  const ledger = join(folder, `${name}.export`);
  if (plan.ledger !== 'none') writeFileSync(ledger, exportOf(plan.ledger, of));
  return {
    ...(plan.ledger === 'none' ? {} : { ledger }),
    receipt: path,
    ...knownFiles(plan.known(of), folder, name),
  };
}

function exportOf(ledger: Tampering | 'whole' | 'refused', { model, keys }: Base): string {
  if (ledger === 'refused') return 'This is no ledger.';
  return textOf(ledger === 'whole' ? model : ledger(model, keys));
}

function receiptBy(
  key: GuardedKey,
  content: ReceiptContent,
  outcome: ReceiptPlan['outcome'],
  kiosk: string,
): Receipt {
  const { practice, custody, search: found, spool, notDone: left } = content;
  const told = {
    ...{ version: 3 as const, day: dayText(content.day), kiosk, practice },
    ...{ erased: { outcome, custody, search: found, spool }, notDone: [...left] },
  };
  return {
    ...told,
    signature: key.sign(signedBytes(told)).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
    code: receiptCode(content, rawKeyOf(key.publicKey), key.sign(signedBytesOfReceiptCode(content))),
  };
}

function changed(text: string, form: ReceiptPlan['form'], [kind, place, value]: Change): string {
  const at = placeIn(text.length, place);
  if (kind === 'shorter') return text.slice(1);
  if (kind === 'dressed') return dressed(text, place);
  if (kind === 'character' || form === 'code')
    return `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
  const members = Object.entries<unknown>(JSON.parse(text));
  const which = placeIn(members.length, place);
  if (kind === 'more') return JSON.stringify({ ...Object.fromEntries(members), note: value });
  if (kind === 'gone')
    return JSON.stringify(Object.fromEntries(members.filter((_member, index) => index !== which)));
  return JSON.stringify(
    Object.fromEntries(members.map(([name, old], index) => [name, index === which ? value : old])),
  );
}
