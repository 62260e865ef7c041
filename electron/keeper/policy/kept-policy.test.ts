import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import { lastingSectionsOf } from '../../../shared/programme/lasting-sections.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { problemAtStart } from '../start/refused-start.test-support.ts';
import { counter } from '../start/scripted-core.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { keptPolicyOf } from './kept-policy.ts';
import { keepOld, policyOfOldRules, putInForce } from './old-rules.test-support.ts';
import { keepPolicies } from './policies.ts';
import { policyWith } from './policy.test-support.ts';
import { newProgramme, replaceSigned, signedPolicyFile } from './signed-policy.test-support.ts';

const programme = newProgramme();

describe('what the vault has under a policy’s hash', () => {
  it('is a policy, or one that another release took, or neither', () => {
    const [today, old] = [policyWith(), policyOfOldRules()];
    expect(keptPolicyOf(deflateRawSync(today.bytes), today.hash)?.rules).toEqual(today.rules);
    const { id, retention, hold } = today.rules;
    expect(keptPolicyOf(deflateRawSync(old.bytes), old.hash)).toMatchObject({
      ...{ hash: old.hash, rules: null },
      sections: { id, retention, hold },
    });
    expect(keptPolicyOf(deflateRawSync(old.bytes), today.hash)).toBeNull();
    expect(keptPolicyOf(Buffer.from('policy'), today.hash)).toBeNull();
  });

  it('is understood section by section', () => {
    const { id, retention, hold } = policyWith().rules;
    const whole = { id, retention, hold };
    const none = { id: null, retention: null, hold: null };
    const rows: readonly (readonly [unknown, object])[] = [
      [{ ...whole, anything: 'else' }, whole],
      [
        { ...whole, retention: { hours: 400, endOfDay: false } },
        { ...whole, retention: null },
      ],
      [
        { ...whole, retention: { hours: null, endOfDay: false } },
        { ...whole, retention: null },
      ],
      [
        { ...whole, hold: { wipeBegun: 'ask' } },
        { ...whole, hold: null },
      ],
      [
        { id: 'Harbor', retention },
        { ...none, retention },
      ],
      [{}, none],
      [null, none],
      ['policy', none],
    ];
    for (const [document, expected] of rows) expect(lastingSectionsOf(document)).toEqual(expected);
  });

  it('serves an application as far as it is understood, and is kept as long as the application is', () => {
    const [old, unknown, inForce] = [
      policyOfOldRules({ retention: { hours: 3, endOfDay: false } }),
      policyOfOldRules({ retention: {} }),
      policyWith({ version: 2 }),
    ];
    const vault = newVault();
    for (const each of [old, unknown]) {
      keepOld(vault.database, each);
      const id = applicationId.parse(randomBytes(16).toString('hex'));
      vault.create({ id, day: '2026-11-24', now: 0, elapsed: 0, policy: each.hash, isKeySealed: false });
    }
    const policies = keepPolicies(vault, inForce);
    expect(policies.find(inForce.hash)).toEqual(inForce);
    expect([old, unknown].map(({ hash }) => policies.find(hash))).toEqual([null, null]);
    expect(() => policies.of(old.hash)).toThrow('not one that this release takes');
    expect(policies.retentionOf(old.hash)).toEqual({ hours: 3, endOfDay: false });
    expect(policies.retentionOf(unknown.hash)).toEqual(inForce.rules.retention);
    expect(vault.database.prepare('SELECT count(*) FROM policy').pluck().get()).toBe(3);
  });
});

describe('a kiosk whose policy in force is one that this release does not take', () => {
  /** Version 3 in force by a signature of the programme, or from the policy file; the file there is version 2. */
  async function kiosk(from: 'usb-drive' | 'file', change: object = {}) {
    const options = { dataFolder: workingFolder(), policyPath: signedPolicyFile(programme, { version: 2 }) };
    const { keeper } = await counter(options);
    await keeper.stop();
    const old = policyOfOldRules({ version: 3, ...change });
    const database = new Sqlite(join(options.dataFolder, 'vault.db'));
    keepOld(database, old, from === 'file' ? null : programme);
    putInForce(database, old);
    database.exec('UPDATE kiosk SET newest_policy = 3');
    database.close();
    return options;
  }

  it('and was installed by a supervisor says so, changes nothing, and starts with a newer signed file', async () => {
    const options = await kiosk('usb-drive');
    const { policyPath } = options;
    const rows: readonly (readonly [() => void, string])[] = [
      [() => undefined, 'older'],
      [() => replaceSigned(policyPath, programme, { version: 3 }), 'same-version'],
      [() => replaceSigned(policyPath, programme, { version: 4, id: 'quayside' }), 'other-program'],
      [() => replaceSigned(policyPath, newProgramme(), { version: 4 }), 'signature'],
      [() => writeFileSync(policyPath, '{'), 'not-json'],
    ];
    for (const [put, reason] of rows) {
      put();
      expect(await problemAtStart(options)).toEqual({
        ...{ kind: 'policy-of-other-release', path: policyPath, version: 3, reason },
      });
    }
    replaceSigned(policyPath, programme, { version: 4 });
    const { keeper } = await counter(options);
    expect(keeper.services.policies.inForce.rules.version).toBe(4);
    expect(keeper.services.policies.isInstalled()).toBe(false);
  });

  it('starts with a newer signed file also where not even its program is understood', async () => {
    const options = await kiosk('usb-drive', { id: 'Harbor City' });
    replaceSigned(options.policyPath, programme, { version: 4 });
    const { keeper } = await counter(options);
    expect(keeper.services.policies.inForce.rules.version).toBe(4);
  });

  it('and is not signed by the pinned key is refused as one that was changed', async () => {
    const options = await kiosk('usb-drive');
    const database = new Sqlite(join(options.dataFolder, 'vault.db'));
    database.exec("UPDATE policy SET signature = x'00' WHERE signature IS NOT NULL");
    database.close();
    replaceSigned(options.policyPath, programme, { version: 4 });
    expect(await problemAtStart(options)).toMatchObject({ kind: 'altered-policy', reason: 'signature' });
  });

  it('and came from the policy file gives way to a newer one of the same program, and to no older one', async () => {
    const options = await kiosk('file');
    const { policyPath } = options;
    const rows: readonly (readonly [object, object])[] = [
      [{ version: 2 }, { why: 'older', found: '2', inForce: '3' }],
      [{ version: 3 }, { why: 'same-version', found: '3' }],
      [
        { version: 4, id: 'quayside' },
        { why: 'other-program', found: 'quayside', inForce: 'harbor-city' },
      ],
    ];
    for (const [change, problem] of rows) {
      replaceSigned(policyPath, programme, change);
      expect(await problemAtStart(options)).toEqual(
        expect.objectContaining({ kind: 'policy-out-of-turn', path: policyPath, ...problem }),
      );
    }
    replaceSigned(policyPath, programme, { version: 4 });
    const { keeper } = await counter(options);
    expect(keeper.services.policies.inForce.rules.version).toBe(4);
  });
});
