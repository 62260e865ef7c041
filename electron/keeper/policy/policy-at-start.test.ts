import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { keyPath, readKeyFile } from '../../lib/policy-file/programme-key.ts';
import { signatureBytes } from './old-rules.test-support.ts';
import { NO_RECORD, type PolicyRecord } from './policies.ts';
import { policyFile, policyWith } from './policy.test-support.ts';
import { policyAtStart, readOffered } from './policy-at-start.ts';
import {
  newProgramme,
  type Programme,
  replaceSigned,
  signedPolicyFile,
} from './signed-policy.test-support.ts';

const programme = newProgramme();

function rawKeyOf({ publicPem }: Programme): Uint8Array {
  const path = policyFile();
  writeFileSync(keyPath(path), publicPem);
  const key = readKeyFile(keyPath(path));
  if (!key.ok || key.value === null) throw new Error('no key');
  return key.value.raw;
}

const decide = (path: string, record: PolicyRecord = NO_RECORD) => policyAtStart(readOffered(path), record);

/** What it begins with, or why not, in short. */
function said(path: string, record?: PolicyRecord): unknown {
  const decided = decide(path, record);
  if (!decided.ok)
    return 'failure' in decided.error
      ? [decided.error.kind, decided.error.failure.kind]
      : 'what' in decided.error
        ? [decided.error.kind, decided.error.what]
        : decided.error.kind;
  const { policy, programmeKey, isFileUnused } = decided.value;
  return {
    version: policy.rules.version,
    signed: programmeKey !== null,
    from: isFileUnused ? 'vault' : 'file',
  };
}

/** A vault in which version 2 is in force, from the policy file. */
function under(change: Partial<PolicyRecord> = {}): PolicyRecord {
  return {
    pinned: rawKeyOf(programme),
    before: { kind: 'from-file', policy: policyWith({ version: 2 }) },
    newest: 2,
    underHold: null,
    ...change,
  };
}

/** A vault with version 2 that a supervisor installed, signed by this programme. */
function underInstalled(change: Partial<PolicyRecord> = {}, signedBy = programme): PolicyRecord {
  const policy = policyWith({ version: 2 });
  const signature = signatureBytes(policy.bytes, signedBy);
  return under({ before: { kind: 'installed', policy, signature }, ...change });
}

describe('without a pinned key', () => {
  it('any policy is taken, as long as none is offered either', () => {
    expect(said(policyFile())).toEqual({ version: 1, signed: false, from: 'file' });
  });

  it('a key that is offered asks for a signature at once', () => {
    const path = signedPolicyFile(programme);
    expect(said(path)).toEqual({ version: 1, signed: true, from: 'file' });
    rmSync(signaturePath(path));
    expect(said(path)).toEqual(['signature', 'missing']);
  });

  it('a key file that cannot be read is not passed over', () => {
    const path = policyFile();
    writeFileSync(keyPath(path), 'no key');
    expect(said(path)).toEqual(['key-file', 'no-key']);
  });
});

describe('with a pinned key', () => {
  it('the key file may be gone; another one is refused', () => {
    const path = signedPolicyFile(programme, { version: 3 });
    rmSync(keyPath(path));
    expect(said(path, under())).toEqual({ version: 3, signed: true, from: 'file' });
    writeFileSync(keyPath(path), newProgramme().publicPem);
    expect(said(path, under())).toEqual(['key-file', 'other-key']);
  });

  it('a policy without a signature, or with another’s, is refused', () => {
    const path = signedPolicyFile(newProgramme(), { version: 3 });
    writeFileSync(keyPath(path), programme.publicPem);
    expect(said(path, under())).toEqual(['signature', 'wrong']);
    writeFileSync(signaturePath(path), 'x');
    expect(said(path, under())).toEqual(['signature', 'malformed']);
    rmSync(signaturePath(path));
    expect(said(path, under())).toEqual(['signature', 'missing']);
  });

  it.each([
    ['newer', { version: 3 }, { version: 3, signed: true, from: 'file' }],
    ['of another program', { version: 3, id: 'quayside' }, ['out-of-turn', 'other-programme']],
    ['older', { version: 1 }, ['out-of-turn', 'older']],
    ['of the same version with other content', { version: 2, feeCents: 1 }, ['out-of-turn', 'same-version']],
    ['the same', { version: 2 }, { version: 2, signed: true, from: 'file' }],
  ] as const)('a signed one that is %s is judged by what was in force', (_, change, expected) => {
    expect(said(signedPolicyFile(programme, change), under())).toEqual(expected);
  });

  it('what the vault has lost is compared with nothing, and still needs its signature', () => {
    const record = under({ before: { kind: 'none' } });
    expect(said(signedPolicyFile(programme, { version: 1 }), record)).toMatchObject({ version: 1 });
    expect(said(policyFile({ version: 3 }), record)).toEqual(['signature', 'missing']);
  });
});

describe('what a supervisor installed', () => {
  it('stays in force, whatever has become of the file', () => {
    const path = signedPolicyFile(programme, { version: 1 });
    const stays = { version: 2, signed: true, from: 'vault' };
    expect(said(path, underInstalled())).toEqual(stays);
    replaceSigned(path, programme, { version: 3, id: 'quayside' });
    expect(said(path, underInstalled())).toEqual(stays);
    rmSync(signaturePath(path));
    expect(said(path, underInstalled())).toEqual(stays);
    writeFileSync(path, '{');
    expect(said(path, underInstalled())).toEqual(stays);
    rmSync(path);
    expect(said(path, underInstalled())).toEqual(stays);
  });

  it('gives way to a file that is newer than all that were in force, and not to one that two people went back from', () => {
    const path = signedPolicyFile(programme, { version: 3 });
    expect(said(path, underInstalled({ newest: 3 }))).toMatchObject({ version: 2, from: 'vault' });
    expect(said(path, underInstalled())).toMatchObject({ version: 3, from: 'file' });
  });

  it('is refused once its signature is not of it by the pinned key, also where the file has a newer one', () => {
    const forged = underInstalled({}, newProgramme());
    expect(said(signedPolicyFile(programme, { version: 2 }), forged)).toEqual(['altered', 'signature']);
    expect(said(signedPolicyFile(programme, { version: 3 }), forged)).toEqual(['altered', 'signature']);
  });
});

it('what lies in the vault and is not the policy of its hash is refused, whatever the file is', () => {
  const record = under({ before: { kind: 'altered' } });
  expect(said(signedPolicyFile(programme, { version: 3 }), record)).toEqual(['altered', 'content']);
});
