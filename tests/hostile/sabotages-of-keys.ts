/** A protection that is taken out of the sources: exactly this text, in exactly one place. Only the tests that it names fail then. */
export interface Sabotage {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Files of tests of which one at least fails. */
  readonly failing: readonly string[];
}

const SIGNING = 'electron/keeper/signing';

/** What keeps the signing key from a thief, and a thief's signatures out of a ledger. */
export const sabotagesOfKeys: readonly Sabotage[] = [
  {
    name: 'keep-old-signing-key',
    file: `${SIGNING}/settle-slots.ts`,
    find: 'if (slot !== kept && !slots.erase(slot).ok)',
    replace: 'if (false && slot !== kept && !slots.erase(slot).ok)',
    failing: [`${SIGNING}/power-cuts.test.ts`, `${SIGNING}/kiosk-key.test.ts`],
  },
  {
    name: 'erase-in-a-misfit',
    file: `${SIGNING}/settle-slots.ts`,
    find: "if (found.kind === 'misfit') return found;",
    replace: '',
    failing: [`${SIGNING}/kiosk-key.test.ts`],
  },
  {
    name: 'keep-clear-signing-key',
    file: `${SIGNING}/settle-slots.ts`,
    find: "if (clear.isThere() && !clear.destroy()) return { kind: 'unwritable' };",
    replace: '',
    failing: [`${SIGNING}/power-cuts.test.ts`, `${SIGNING}/kiosk-key.test.ts`],
  },
  {
    name: 'believe-that-clear-key-is-gone',
    file: `${SIGNING}/clear-key.ts`,
    find: "throw new Error('a copy of the key in clear is left');",
    replace: 'return;',
    failing: [`${SIGNING}/kiosk-key.test.ts`],
  },
  {
    name: 'never-roll',
    file: `${SIGNING}/kiosk-key.ts`,
    find: 'return held.current !== null && (held.isDue || held.since !== dayText(clock.today()));',
    replace: 'return false;',
    failing: [`${SIGNING}/kiosk-key.test.ts`],
  },
  {
    name: 'sign-before-settled',
    file: `${SIGNING}/kiosk-key.ts`,
    find: 'if (!settleHeld(port, held)) return false;',
    replace: '',
    failing: [`${SIGNING}/kiosk-key.test.ts`],
  },
  {
    name: 'keep-key-in-memory',
    file: `${SIGNING}/held-key.ts`,
    find: 'old.destroy();',
    replace: '',
    failing: [`${SIGNING}/kiosk-key.test.ts`],
  },
  {
    name: 'no-roll-after-acts-that-matter',
    file: 'electron/keeper/outbox/pending-entries.ts',
    find: 'if (!isFirst && entries.some(({ kind }) => ROLLING.includes(kind))) key.demandRoll();',
    replace: '',
    failing: ['electron/keeper/outbox/pending-entries.test.ts'],
  },
  {
    name: 'roll-over-pending-entries',
    file: 'electron/keeper/outbox/pending-entries.ts',
    find: 'mark(unwritten(), head() + 2);',
    replace: '',
    failing: ['electron/keeper/outbox/pending-entries.test.ts'],
  },
  {
    name: 'believe-any-roll',
    file: 'electron/keeper/ledger/verify-rolls.ts',
    find: "if (!isSignatureValid(before.key, 'roll', { kiosk, sequence, hash }, signature))",
    replace: 'if (false)',
    failing: ['electron/keeper/ledger/rolls.test.ts'],
  },
  {
    name: 'believe-rolls-out-of-turn',
    file: 'electron/keeper/ledger/verify-rolls.ts',
    find: 'if (before === undefined || entry.epoch !== before.epoch + 1)',
    replace: 'if (before === undefined)',
    failing: ['electron/keeper/ledger/rolls.test.ts'],
  },
  {
    name: 'any-key-of-a-checkpoint',
    file: 'electron/keeper/ledger/verify-ledger.ts',
    find: 'if (kept.publicKey !== undefined && kept.publicKey !== itsKey) return wrongKey.error;',
    replace: '',
    failing: ['electron/keeper/ledger/rolls.test.ts', 'electron/keeper/ledger/forgery.test.ts'],
  },
];
