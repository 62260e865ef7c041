import { expect, test } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { ledgerDetailOf } from '../../../shared/ledger/ledger-detail.ts';
import { testClock } from '../clock.test-support.ts';
import { openCustody } from '../custody/custody.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { enqueueEntries } from '../outbox/pending-entries.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { readOffered } from '../policy/policy-at-start.ts';
import { newProgramme, signedPolicyFile } from '../policy/signed-policy.test-support.ts';
import { deviceKeyOf, READY, signingKeyIn } from '../signing/signing.test-support.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { membersIn } from '../staff/member-rows.ts';
import { openCounter } from './keeper.test-support.ts';
import { type KioskFiles, openFiles } from './open-files.ts';

/** How files are opened: under a policy that nobody has signed, and nothing is done with them, unless a test says otherwise. */
interface Opening {
  readonly policyPath?: string;
  readonly act?: (files: KioskFiles) => void;
}

/** Opens the files, runs `act` on them, and closes them. Answers the refusal, or null. */
function refusalFor(
  dataFolder: string,
  use: KioskUse,
  { policyPath = policyFile(), act = () => undefined }: Opening = {},
) {
  const files = openFiles(dataFolder, {
    ...{ custody: openCustody, use, policy: readOffered(policyPath) },
    signingKey: () => keyOf(dataFolder),
    vaultNow: () => ({ generation: 0, applications: [], held: [] }),
  });
  if (!files.ok) return files.error.failure.kind;
  act(files.value);
  files.value.ledger.close();
  files.value.keySlots.close();
  files.value.vault.database.close();
  return null;
}

/** What the programs of each use say of these files. */
function refusals(dataFolder: string, policyPath = policyFile()) {
  const of = (use: KioskUse) => refusalFor(dataFolder, use, { policyPath });
  return { residents: of('residents'), rehearsal: of('rehearsal'), evaluation: of('evaluation') };
}

/** The device key of each kiosk here, while its keeper ran. */
const deviceKeys = new Map<string, Buffer>();

function keyOf(dataFolder: string): SigningKey {
  return signingKeyIn(dataFolder, deviceKeys.get(dataFolder) ?? expect.fail('nobody set it up'));
}

/** The files of a kiosk that nobody has let go live. */
async function setUp(policyPath = policyFile()): Promise<string> {
  const dataFolder = workingFolder();
  const { keeper } = await openCounter({ dataFolder, policyPath, custody: null, scripted: false });
  deviceKeys.set(dataFolder, deviceKeyOf(keeper));
  await keeper.stop();
  return dataFolder;
}

type GoLive = Extract<LedgerEntry, { readonly custody: CustodyKind; readonly by: string }>['kind'];

/** Lets it go live as a program does, with this entry. */
function goLive(dataFolder: string, kind: GoLive, policyPath = policyFile()): void {
  const act = ({ ledger, vault }: KioskFiles): void => {
    vault.kiosk.setCustody('memory');
    ledger.append({ kind, utc: 1_760_000_000_000, by: '11'.repeat(16), custody: 'memory' });
  };
  expect(refusalFor(dataFolder, 'evaluation', { policyPath, act })).toBeNull();
}

test('a kiosk for residents never opens what was rehearsed, and a rehearsal never what is theirs', async () => {
  const signed = signedPolicyFile(newProgramme());
  const residents = await setUp(signed);
  expect(refusals(residents, signed)).toEqual({ residents: null, rehearsal: null, evaluation: null });
  goLive(residents, 'custody-decided', signed);
  expect(refusals(residents, signed)).toMatchObject({ residents: null, rehearsal: 'of-residents' });
  const rehearsed = await setUp();
  goLive(rehearsed, 'rehearsal-began');
  expect(refusals(rehearsed)).toEqual({ residents: 'of-rehearsal', rehearsal: null, evaluation: null });
});

test('what was rehearsed stays so where keys were lost, also before the next ledger is opened', async () => {
  const rehearsed = await setUp();
  const act = ({ ledger, vault: { kiosk, database } }: KioskFiles): void => {
    const began = { kind: 'rehearsal-began', utc: 1_760_000_000_000, by: '11'.repeat(16) } as const;
    const head = ledger.head() ?? expect.fail('nobody opened it');
    // Two people with recovery codes are all the staff.
    database.prepare("DELETE FROM staff WHERE role <> 'supervisor'").run();
    const [by = '', second = ''] = membersIn(database).map(({ identifier }) => identifier);
    enqueueEntries(
      {
        database,
        ledger,
        kiosk,
        key: READY,
        clock: testClock({ now: began.utc }),
        detail: () => ledgerDetailOf({}),
      },
      [
        { ...began, custody: 'memory' },
        { kind: 'recovery-codes-used', utc: began.utc, by, second },
      ],
    );
    kiosk.beginAnew('0f'.repeat(16), head);
  };
  expect(refusalFor(rehearsed, 'rehearsal', { act })).toBeNull();
  expect(refusals(rehearsed)).toEqual({ residents: 'of-rehearsal', rehearsal: null, evaluation: null });
});

test('what went live as an evaluation says so, and neither a release nor a rehearsal opens it', async () => {
  const signed = signedPolicyFile(newProgramme());
  const dataFolder = workingFolder();
  // Also where a key is pinned: that makes no kiosk for residents of it.
  const { keeper } = await openCounter({ dataFolder, policyPath: signed, scripted: false });
  const { ledger, kiosk } = keeper.services;
  expect([ledger.has('evaluation-began'), ledger.has('custody-decided')]).toEqual([true, false]);
  expect(kiosk.programmeKey()).not.toBeNull();
  await keeper.stop();
  expect(refusals(dataFolder, signed)).toEqual({
    ...{ residents: 'of-evaluation', rehearsal: 'of-evaluation', evaluation: null },
  });
});

test('a kiosk that is live without a program key is none for residents: before ledger version 10 an evaluation left no other trace', async () => {
  const older = await setUp();
  expect(refusalFor(older, 'residents')).toBeNull();
  goLive(older, 'custody-decided');
  expect(refusals(older)).toEqual({
    ...{ residents: 'live-without-key', rehearsal: 'of-residents', evaluation: null },
  });
});
