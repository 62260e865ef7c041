import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import type { StatementObstacle } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { statementOnPaper } from '../../../shared/statement/on-paper.ts';
import {
  SAMPLE_STATEMENT,
  SMALLEST_STATEMENT,
} from '../../../shared/statement/sample-statement.test-support.ts';
import type { Statement } from '../../../shared/statement/statement.ts';
import { signedBytesOfStatement } from '../../../shared/statement/statement-code.ts';
import { statementFileSchema } from '../../../shared/statement/statement-file.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { kioskKey } from '../ledger/ledger.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { madeStatementCalls } from './made-statement-calls.ts';
import { createMadeStatements } from './made-statements.ts';
import { digestOf, signStatement } from './sign-statement.ts';
import { type StatementCallsPort, statementCalls } from './statement-calls.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const notNow = { ok: false, error: { kind: 'not-now' } };
const noStatement = (why: StatementObstacle) => ({ ok: false, error: { kind: 'no-statement', why } });

/** A statement that tells of this moment, and so has a digest of its own. */
const sample = (askedBy: Statement['askedBy'], utc = NOON): Statement => ({
  ...SAMPLE_STATEMENT,
  ...{ askedBy, made: { ...SAMPLE_STATEMENT.made, utc } },
});

/** A supervisor's calls, on a real outbox and with a real folder. `make`: what a statement comes to. */
function stage(make: StatementCallsPort['makeStatement'], outbox?: StatementCallsPort['outbox']) {
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const entered = outboxOn(newVault(), testClock({ now: NOON }));
  const statements = createMadeStatements();
  const exportFolder = mkdtempSync(join(workingFolder(), 'stick-'));
  const shown: unknown[] = [];
  const printed: unknown[] = [];
  const given: { printer: OrdinaryPrinter | null; number: number | null } = {
    ...{ printer: ORDINARY_PRINTER, number: 7 },
  };
  const taking = {
    statements,
    printer: { ordinary: () => given.printer },
    papers: {
      print(...order: unknown[]) {
        printed.push(order);
        return given.number;
      },
    },
  };
  const calls = {
    ...statementCalls({
      ...{ staff: people.staff, statements, outbox: outbox ?? entered.outbox, makeStatement: make },
      screens: { refresh: () => void shown.push(statements.progress()) },
      signingKey: () => kioskKey,
    }),
    ...madeStatementCalls({ ...taking, exportFolder }),
  };
  const withoutStick = madeStatementCalls({ ...taking, exportFolder: null });
  const files = () => readdirSync(exportFolder);
  const read = (file: string) => readFileSync(join(exportFolder, file), 'utf8');
  return {
    people,
    calls,
    withoutStick,
    statements,
    entries: entered.entries,
    shown,
    printed,
    given,
    files,
    read,
  };
}

/** The digest and the paper of one that is made. */
async function made({ calls }: ReturnType<typeof stage>) {
  const answer = await calls.makeStatement({});
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

it('is asked for by whoever is signed in, entered with its digest, and shown as it would be printed', async () => {
  const asked: Statement['askedBy'][] = [];
  const on = stage(async (askedBy) => {
    asked.push(askedBy);
    return ok(sample(askedBy));
  });
  const { digest, paper } = await made(on);
  const { member, role } = A_SUPERVISOR;
  expect(asked).toEqual([{ member, role }]);
  expect(digest).toBe(Buffer.from(digestOf(sample({ member, role }))).toString('hex'));
  expect(on.entries()).toEqual([
    { kind: 'statement-made', utc: new Date(NOON).toISOString(), by: member, statement: digest },
  ]);
  const code = on.statements.find(digest)?.code ?? '';
  expect(paper).toEqual(statementOnPaper(sample({ member, role }), { digest, code }));
});

it('tells how far the search is while it is made, and nothing of it afterward', async () => {
  const on = stage(async (askedBy, tell) => {
    tell({ files: 3, bytes: 4_096 });
    return ok(sample(askedBy));
  });
  await made(on);
  expect(on.shown).toEqual([{ files: 0, bytes: 0 }, { files: 3, bytes: 4_096 }, null]);
});

it('is made one at a time', async () => {
  let finish: (made: Result<Statement, StatementObstacle>) => void = () => undefined;
  const on = stage(
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  );
  const first = on.calls.makeStatement({});
  expect(await on.calls.makeStatement({})).toEqual(noStatement('under-way'));
  finish(ok(SAMPLE_STATEMENT));
  expect((await first).ok).toBe(true);
  const next = on.calls.makeStatement({});
  finish(ok(SAMPLE_STATEMENT));
  expect((await next).ok).toBe(true);
  expect(on.entries()).toHaveLength(2);
});

it('is never under way for ever: where nobody is signed in none begins', async () => {
  const on = stage(async (askedBy) => ok(sample(askedBy)));
  on.people.who = null;
  await expect(on.calls.makeStatement({})).rejects.toThrow('nobody signed in');
  expect(on.statements.progress()).toBeNull();
  on.people.who = A_SUPERVISOR;
  expect((await on.calls.makeStatement({})).ok).toBe(true);
});

it('that is not made is entered nowhere, and leaves the one before it as it was', async () => {
  let outcome: Result<Statement, StatementObstacle> = ok(SAMPLE_STATEMENT);
  let act = (): void => undefined;
  const on = stage(async () => {
    act();
    return outcome;
  });
  const { digest } = await made(on);
  outcome = err('erasing');
  expect(await on.calls.makeStatement({})).toEqual(noStatement('erasing'));
  act = () => {
    throw new Error('a disk that cannot be read');
  };
  await expect(on.calls.makeStatement({})).rejects.toThrow('cannot be read');
  expect(on.entries()).toHaveLength(1);
  expect(on.statements.progress()).toBeNull();
  expect((await on.calls.saveStatement({ digest })).ok).toBe(true);
});

it('whose entry the vault does not take is given to nobody', async () => {
  const refusing = {
    record() {
      throw new Error('disk full');
    },
    waiting: () => 0,
  };
  const on = stage(async (askedBy) => ok(sample(askedBy)), refusing);
  const { member, role } = A_SUPERVISOR;
  await expect(made(on)).rejects.toThrow('disk full');
  const digest = Buffer.from(digestOf(sample({ member, role }))).toString('hex');
  expect(await on.calls.saveStatement({ digest })).toEqual(notNow);
  expect(await on.calls.printStatement({ digest })).toEqual(notNow);
  expect([on.files(), on.printed, on.statements.progress()]).toEqual([[], [], null]);
});

it('that says that the ledger has every entry is given to nobody before the ledger has its own as well', async () => {
  const { outbox, fault } = outboxOn(newVault(), testClock({ now: NOON }));
  const on = stage(async (askedBy) => {
    const statement = sample(askedBy);
    const stated = { ...statement, ledger: { ...statement.ledger, pending: outbox.waiting() } };
    // Its disk begins to fail between the figures and the entry.
    fault.full = true;
    return ok(stated);
  }, outbox);
  const { member, role } = A_SUPERVISOR;
  expect(await on.calls.makeStatement({})).toEqual({ ok: false, error: { kind: 'not-written' } });
  const digest = Buffer.from(digestOf(sample({ member, role }))).toString('hex');
  expect(await on.calls.saveStatement({ digest })).toEqual(notNow);
  expect([on.files(), on.printed, on.statements.progress()]).toEqual([[], [], null]);
  // One that is made after it says that entries wait, and is not to be read as if the ledger had its own.
  const later = await made(on);
  expect(linesOfLedger(later)).toEqual([WAITS, expect.any(String)]);
  expect((await on.calls.saveStatement({ digest: later.digest })).ok).toBe(true);
  // The control: of a ledger that takes entries.
  const control = await made(stage(async (askedBy) => ok(sample(askedBy))));
  expect(linesOfLedger(control)).toEqual([LATER, expect.any(String)]);
});

const linesOfLedger = ({ paper }: Awaited<ReturnType<typeof made>>) =>
  paper.sections.find(({ label }) => label === 'Ledger')?.lines;
const LATER = 'This statement itself is a later entry.';
const WAITS =
  'This statement’s own entry comes after the entries that are not written yet: until those are, it is not in the ledger.';

it('is written over no other one, also where the ledger takes no entry between them', async () => {
  let moment = NOON;
  const on = stage(async (askedBy) => ok(sample(askedBy, moment)));
  const first = await on.calls.saveStatement({ digest: (await made(on)).digest });
  moment += 60_000;
  const later = await on.calls.saveStatement({ digest: (await made(on)).digest });
  if (!first.ok || !later.ok) throw new Error('not saved');
  expect(on.files().toSorted()).toEqual([first.value.file, later.value.file].toSorted());
  expect(on.files()).toHaveLength(2);
});

it('is saved as it was signed, by this kiosk’s key, as often as somebody likes', async () => {
  const on = stage(async (askedBy) => ok(sample(askedBy)));
  const { digest } = await made(on);
  const saved = await on.calls.saveStatement({ digest });
  if (!saved.ok) throw new Error(saved.error.kind);
  expect(saved.value.file).toBe(`counterfoil-statement-0f1e2d3c-2026-11-28-${digest.slice(0, 12)}.json`);
  const file = statementFileSchema.parse(JSON.parse(on.read(saved.value.file)));
  const { member, role } = A_SUPERVISOR;
  expect([file.statement, file.digest]).toEqual([sample({ member, role }), digest]);
  const publicKey = Buffer.from(file.publicKey, 'base64');
  expect(publicKey.equals(kioskKey.publicKey)).toBe(true);
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  const isSigned = (of: string): boolean => {
    const kiosk = Buffer.from(file.statement.kiosk.identifier, 'hex');
    const bytes = signedBytesOfStatement({ kiosk, digest: Buffer.from(of, 'hex') });
    return verify(null, bytes, key, Buffer.from(file.signature, 'base64'));
  };
  expect([isSigned(digest), isSigned('0'.repeat(64))]).toEqual([true, false]);
  expect(await on.calls.saveStatement({ digest })).toEqual(saved);
  expect(on.files()).toEqual([saved.value.file]);
  // Neither of these makes another entry.
  expect(on.entries()).toHaveLength(1);
});

it('is the last one that was made: an earlier one is neither saved nor printed', async () => {
  let moment = NOON;
  const on = stage(async (askedBy) => ok(sample(askedBy, moment)));
  const earlier = await made(on);
  moment += 60_000;
  const last = await made(on);
  expect(last.digest).not.toBe(earlier.digest);
  const { digest } = earlier;
  expect(await on.calls.saveStatement({ digest })).toEqual(notNow);
  expect(await on.calls.printStatement({ digest })).toEqual(notNow);
  expect([on.files(), on.printed]).toEqual([[], []]);
  expect(await on.calls.printStatement({ digest: last.digest })).toMatchObject({ ok: true });
});

it('is printed on the ordinary printer as the keeper words it; without printer or stick it goes nowhere', async () => {
  const on = stage(async (askedBy) => ok(sample(askedBy)));
  const { digest, paper } = await made(on);
  expect(await on.calls.printStatement({ digest })).toEqual({ ok: true, value: { number: 7 } });
  expect(on.printed).toEqual([[ORDINARY_PRINTER, paper]]);
  on.given.number = null;
  expect(await on.calls.printStatement({ digest })).toMatchObject({ ok: false });
  on.given.printer = null;
  const noPrinter = { ok: false, error: { kind: 'no-ordinary-printer' } };
  expect(await on.calls.printStatement({ digest })).toEqual(noPrinter);
  expect(on.printed).toHaveLength(2);
  const noFolder = { ok: false, error: { kind: 'no-export-folder' } };
  expect(await on.withoutStick.saveStatement({ digest })).toEqual(noFolder);
  expect(on.files()).toEqual([]);
});

it('the last statement can be had as often as somebody asks, until another one is made', () => {
  const [first, second] = [SAMPLE_STATEMENT, SMALLEST_STATEMENT].map((each) => signStatement(kioskKey, each));
  if (first === undefined || second === undefined) throw new Error('no statements');
  const statements = createMadeStatements();
  expect(statements.find(first.digest)).toBeNull();
  statements.keep(first);
  expect([statements.find(first.digest), statements.find(first.digest)]).toEqual([first, first]);
  statements.keep(second);
  expect([statements.find(first.digest), statements.find(second.digest)]).toEqual([null, second]);
});
