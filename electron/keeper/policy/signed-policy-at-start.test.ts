import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { signPolicy } from '../../lib/policy-file/policy-signature.ts';
import { keyPath } from '../../lib/policy-file/programme-key.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { explainStartFailure } from '../start/explain-start-failure.ts';
import { configurationOf } from '../start/keeper.test-support.ts';
import { readMachine } from '../start/keeper-machine.ts';
import { productParts } from '../start/keeper-parts.ts';
import { runKeeper } from '../start/run-keeper.ts';
import { counter } from '../start/scripted-core.test-support.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';
import { policyWith } from './policy.test-support.ts';
import { checked, kindsOf, policyKiosk } from './policy-kiosk.test-support.ts';
import {
  newProgramme,
  type Programme,
  replaceSigned,
  signBeside,
  signedPolicyFile,
} from './signed-policy.test-support.ts';

const programme = newProgramme();

describe('a start', () => {
  const start = (options: { dataFolder: string; policyPath: string }) =>
    runKeeper(configurationOf({ ...options, scripted: true }), {
      ...productParts(readMachine(process.env)),
      openSelections: scriptedSelections,
      say: () => undefined,
    });

  it('pins the key that lies beside the policy, also later, and says so once', async () => {
    const dataFolder = workingFolder();
    const unsigned = await counter({ dataFolder });
    expect(kindsOf(unsigned.keeper)).not.toContain('programme-key-pinned');
    await unsigned.keeper.stop();
    // What was in force until then was signed by nobody, and holds nothing up.
    const policyPath = signedPolicyFile(programme, { id: 'quayside' });
    const { keeper } = await counter({ dataFolder, policyPath });
    const pinned = entriesOf(keeper).find(({ kind }) => kind === 'programme-key-pinned');
    expect(pinned).toMatchObject({ key: keeper.services.programmeKey?.hash });
    await keeper.stop();
    rmSync(keyPath(policyPath));
    const again = await counter({ dataFolder, policyPath });
    expect(kindsOf(again.keeper).filter((kind) => kind === 'programme-key-pinned')).toHaveLength(1);
  });

  it('under a policy that the pinned key has not signed shows which file and which check, and changes none', async () => {
    const dataFolder = workingFolder();
    const policyPath = signedPolicyFile(programme, { version: 2 });
    const { keeper } = await counter({ dataFolder, policyPath });
    const told = entriesOf(keeper).length;
    await keeper.stop();
    const rows: readonly (readonly [() => void, object])[] = [
      [
        () => rmSync(signaturePath(policyPath)),
        { kind: 'unsigned-policy', why: 'missing', path: signaturePath(policyPath), reason: 'missing' },
      ],
      [
        () => signBeside(policyPath, newProgramme()),
        { kind: 'unsigned-policy', why: 'wrong', path: signaturePath(policyPath) },
      ],
      [
        () => replaceSigned(policyPath, programme, { version: 1 }),
        { kind: 'policy-out-of-turn', why: 'older', found: '1', inForce: '2', path: policyPath },
      ],
      [
        () => replaceSigned(policyPath, programme, { version: 3, id: 'quayside' }),
        { kind: 'policy-out-of-turn', why: 'other-program', found: 'quayside', path: policyPath },
      ],
      [
        () => replaceSigned(policyPath, programme, { version: 2, feeCents: 7 }),
        { kind: 'policy-out-of-turn', why: 'same-version', path: policyPath },
      ],
      [
        () => writeFileSync(keyPath(policyPath), newProgramme().publicPem),
        { kind: 'program-key', why: 'other-key', path: keyPath(policyPath) },
      ],
    ];
    for (const [spoil, problem] of rows) {
      writeFileSync(keyPath(policyPath), programme.publicPem);
      replaceSigned(policyPath, programme, { version: 2 });
      spoil();
      const before = readFileSync(policyPath, 'utf8');
      const started = await start({ dataFolder, policyPath });
      if (started.ok) throw new Error(`it started: ${JSON.stringify(problem)}`);
      expect(explainStartFailure(started.error, { dataFolder, policyPath })).toMatchObject(problem);
      expect(readFileSync(policyPath, 'utf8')).toBe(before);
    }
    writeFileSync(keyPath(policyPath), programme.publicPem);
    replaceSigned(policyPath, programme, { version: 2 });
    const again = await counter({ dataFolder, policyPath });
    expect(entriesOf(again.keeper)).toHaveLength(told);
  });

  it('under an installed policy that was changed in the vault is refused, and changes nothing', async () => {
    const { options, keeper, core } = await policyKiosk(programme);
    const { policy } = await checked(core);
    expect(await core.call('installPolicy', { policy })).toMatchObject({ ok: true });
    const told = entriesOf(keeper).length;
    await keeper.stop();
    const vault = join(options.dataFolder, 'vault.db');
    const { file, signature } = rowOf(vault, policy);
    const signedFor = (bytes: Uint8Array, { privateKey }: Programme) =>
      Buffer.from(signPolicy(bytes, privateKey).split('\n')[1] ?? '', 'base64');
    const own = policyWith({ version: 3, minimumAgeYears: 99 });
    const forged = deflateRawSync(own.bytes);
    const altered = (reason: string) => ({ kind: 'altered-policy', path: vault, reason });
    // The one in force would be the file's then, and the file is signed, but older.
    const older = { kind: 'policy-out-of-turn', why: 'older', path: options.policyPath };
    const rows: readonly (readonly [string, string, readonly unknown[], object])[] = [
      [
        'another key’s',
        'signature = ?',
        [signedFor(inflateRawSync(file), newProgramme())],
        altered('signature'),
      ],
      ['of another policy', 'signature = ?', [signedFor(own.bytes, programme)], altered('signature')],
      ['cut off', 'signature = ?', [signature.subarray(1)], altered('signature')],
      ['none', 'signature = NULL', [], older],
      ['other rules', 'file = ?', [forged], altered('content')],
      ['other rules by their own name', 'file = ?, hash = ?', [forged, own.hash], altered('signature')],
      ['nothing that unpacks', 'file = ?', [Buffer.from('policy')], altered('content')],
    ];
    const asItWas = join(workingFolder(), 'vault.db');
    copyFileSync(vault, asItWas);
    for (const [what, set, values, problem] of rows) {
      tamper(vault, (database) => {
        database.prepare(`UPDATE policy SET ${set} WHERE hash = '${policy}'`).run(...values);
        database.exec('UPDATE kiosk SET policy = (SELECT hash FROM policy ORDER BY rowid DESC LIMIT 1)');
      });
      const changed = contentOf(vault);
      const started = await start(options);
      if (started.ok) throw new Error(`it started: ${what}`);
      expect(explainStartFailure(started.error, options), what).toMatchObject(problem);
      expect(contentOf(vault), what).toEqual(changed);
      copyFileSync(asItWas, vault);
    }
    // As it was, it starts: it was refused for what was changed and nothing else.
    const log = [
      `A supervisor installed the policy in force (version 3); ${options.policyPath} is not used.`,
    ];
    const again = await counter({ ...options, log });
    expect(again.keeper.services.policies.inForce).toMatchObject({ hash: policy });
    expect(entriesOf(again.keeper)).toHaveLength(told);
  });

  it('that refuses a policy makes no vault where there is none', async () => {
    const dataFolder = workingFolder();
    const policyPath = signedPolicyFile(programme);
    rmSync(signaturePath(policyPath));
    const started = await start({ dataFolder, policyPath });
    expect(started).toMatchObject({ ok: false, error: { file: 'policy' } });
    expect(() => readFileSync(join(dataFolder, 'vault.db'))).toThrow('ENOENT');
  });
});

function tamper(vault: string, change: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(vault);
  change(database);
  database.close();
}

const keptPolicy = z.object({ file: z.instanceof(Buffer), signature: z.instanceof(Buffer) });

function rowOf(vault: string, hash: string): z.infer<typeof keptPolicy> {
  const database = new Sqlite(vault, { readonly: true });
  const row = database.prepare('SELECT file, signature FROM policy WHERE hash = ?').get(hash);
  database.close();
  return keptPolicy.parse(row);
}

/** All that the vault says of policies. */
function contentOf(vault: string): unknown {
  const database = new Sqlite(vault, { readonly: true });
  const content = ['policy', 'kiosk'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return content;
}
