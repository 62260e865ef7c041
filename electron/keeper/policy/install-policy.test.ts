import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { explainStartFailure } from '../start/explain-start-failure.ts';
import { configurationOf, SUPERVISOR } from '../start/keeper.test-support.ts';
import { readMachine } from '../start/keeper-machine.ts';
import { productParts } from '../start/keeper-parts.ts';
import { runKeeper } from '../start/run-keeper.ts';
import { counter, create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';
import { policyOfTests } from './policy.test-support.ts';
import { signaturePath } from './policy-signature.ts';
import { keyPath } from './programme-key.ts';
import {
  newProgramme,
  replaceSigned,
  signBeside,
  signedPolicyFile,
  stickWith,
} from './signed-policy.test-support.ts';

const programme = newProgramme();
const refused = (kind: string) => ({ ok: false, error: { kind } });
const done = { ok: true, value: {} };

/** A kiosk under signed version 2, with the supervisor signed in and a stick of version 3. */
async function kiosk(onStick: Partial<CompletePolicy> = { version: 3 }) {
  const [dataFolder, policyPath] = [workingFolder(), signedPolicyFile(programme, { version: 2 })];
  const exportFolder = stickWith(programme, onStick);
  const options = { dataFolder, policyPath, exportFolder };
  const { keeper, core } = await counter(options);
  expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
  return { options, keeper, core, stick: join(exportFolder, 'policy.json') };
}

async function checked(core: ScriptedCore): Promise<{ policy: PolicyHash; isOlder: boolean }> {
  const answer = await core.call('checkPolicyOnStick', {});
  if (!answer.ok || answer.value.kind !== 'ready') throw new Error(JSON.stringify(answer));
  return { policy: answer.value.policy.hash, isOlder: answer.value.isOlder };
}

const kindsOf = (keeper: Parameters<typeof entriesOf>[0]) => entriesOf(keeper).map(({ kind }) => kind);

describe('a signed policy on a stick', () => {
  it('is told in sentences, and in force for whoever comes next; what is open finishes under its own', async () => {
    const { options, keeper, core } = await kiosk({ version: 3, feeCents: 1234, adopted: '2026-12-01' });
    const first = await create(core);
    await core.call('putAside', { fingerprints: null });
    const next = await nextCore(keeper, core);
    expect(await next.call('checkPolicyOnStick', {})).toMatchObject({
      value: {
        kind: 'ready',
        policy: { id: 'harbor-city', version: 3, adopted: '2026-12-01' },
        changes: expect.arrayContaining(['Version: 3 (was 2).', expect.stringContaining('12.34 (was ')]),
        isOlder: false,
      },
    });
    // Looking changes nothing.
    expect(await next.call('policyInForce', {})).toMatchObject({ value: { version: 2, source: 'file' } });
    const { policy } = await checked(next);
    expect(await next.call('installPolicy', { policy })).toEqual(done);
    expect(await next.call('policyInForce', {})).toMatchObject({
      value: { version: 3, hash: policy, source: 'usb-drive', key: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await next.call('policy', {})).toMatchObject({ value: { version: 3, feeCents: 1234 } });
    expect(next.events.filter(({ kind }) => kind === 'policy')).toMatchObject([{ policy: { version: 3 } }]);
    expect(entriesOf(keeper).slice(-2)).toMatchObject([
      { kind: 'policy-installed', second: '00'.repeat(16), policy },
      { kind: 'policy-in-force', policy },
    ]);
    const second = await create(next);
    expect([first.policy.version, second.policy.version]).toEqual([2, 3]);
    await next.call('putAside', { fingerprints: null });
    const third = await nextCore(keeper, next);
    const reopened = await third.call('open', { by: 'ticket', ticket: first.ticket });
    expect(reopened).toMatchObject({ value: { policy: { version: 2 } } });
    await keeper.stop();

    const log = [
      `A supervisor installed the policy in force (version 3); ${options.policyPath} is not used.`,
    ];
    const again = await counter({ ...options, log });
    expect(again.keeper.services.policies.inForce).toMatchObject({ hash: policy });
    // Nothing is new to the ledger.
    expect(kindsOf(again.keeper).filter((kind) => kind === 'policy-in-force')).toHaveLength(2);
    expect(kindsOf(again.keeper).filter((kind) => kind === 'programme-key-pinned')).toHaveLength(1);
  });

  it('is told with all that a document asks, however long its names in all languages are', async () => {
    const name = Object.fromEntries(
      ['es', 'fr', 'ht', 'vi', 'zh', 'ar', 'ru'].map((tag) => [tag, `${tag} ${'x'.repeat(70)}`]),
    );
    const documents = policyOfTests.documents.map((kind, index) =>
      index === 0
        ? {
            ...kind,
            name: { ...kind.name, ...name },
            proves: ['residency' as const],
            ages: { from: 14, to: 17 },
          }
        : kind,
    );
    const { core } = await kiosk({ version: 3, documents });
    const answer = await core.call('checkPolicyOnStick', {});
    if (!answer.ok || answer.value.kind !== 'ready') throw new Error(JSON.stringify(answer));
    const [told = ''] = answer.value.changes.filter((line) => line.startsWith('Document changed: '));
    expect(told).toMatch(/proves where the applicant lives; ages 14 to 17.*Texts: es x+ \(es\)/);
    expect(told.length).toBeLessThan(1000);
  });

  it('that is older takes two supervisors, and is not gone forward from by itself', async () => {
    const { options, keeper, core } = await kiosk({ version: 1 });
    const { policy, isOlder } = await checked(core);
    expect(isOlder).toBe(true);
    expect(await core.call('installPolicy', { policy })).toEqual(refused('not-allowed'));
    expect(await core.call('installOlderPolicy', { policy })).toEqual(refused('not-allowed'));
    const SECOND = { name: 'Octavia Farthing', passphrase: 'marble ticket harvest violin' };
    const own = { name: SECOND.name, passphrase: 'lantern cobalt meadow sprocket' };
    await core.call('addMember', { ...SECOND, role: 'supervisor' });
    await core.call('signIn', SECOND);
    await core.call('changePassphrase', { present: SECOND.passphrase, next: own.passphrase });
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('approve', { act: 'installOlderPolicy', ...SUPERVISOR })).toEqual(
      refused('not-a-second-person'),
    );
    expect(await core.call('approve', { act: 'liftHold', ...own })).toEqual(done);
    expect(await core.call('installOlderPolicy', { policy })).toEqual(refused('not-allowed'));
    expect(await core.call('approve', { act: 'installOlderPolicy', ...own })).toEqual(done);
    expect(await core.call('installOlderPolicy', { policy })).toEqual(done);
    const [installed] = entriesOf(keeper).slice(-2);
    expect(installed).toMatchObject({ kind: 'policy-installed', policy });
    expect(installed?.second).not.toBe('00'.repeat(16));
    expect(installed?.second).not.toBe(installed?.by);
    await keeper.stop();

    // The file still has version 2, from which they went back.
    const log = [
      `A supervisor installed the policy in force (version 1); ${options.policyPath} is not used.`,
    ];
    const again = await counter({ ...options, log });
    expect(again.keeper.services.policies.inForce.rules.version).toBe(1);
    await again.keeper.stop();
    replaceSigned(options.policyPath, programme, { version: 3 });
    const third = await counter(options);
    expect(third.keeper.services.policies.inForce.rules.version).toBe(3);
  });

  it('lets no erasure go on that a legal hold has stopped', async () => {
    const { core } = await kiosk({ version: 3, hold: { wipeBegun: 'stop' } });
    const { policy } = await checked(core);
    await core.call('setHold', { reason: 'subpoena', tickets: null });
    expect(await core.call('installPolicy', { policy })).toEqual(refused('held'));
    expect(await core.call('policyInForce', {})).toMatchObject({ value: { version: 2 } });
  });

  it('is not even read where no key is pinned: nobody changes the rules with any stick', async () => {
    const { core } = await counter({ exportFolder: stickWith(programme, { version: 2 }) });
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('checkPolicyOnStick', {})).toEqual(refused('no-program-key'));
    const policy = await core.call('policyInForce', {});
    expect(policy).toMatchObject({ value: { key: null } });
    if (!policy.ok) throw new Error('no policy');
    expect(await core.call('installPolicy', { policy: policy.value.hash })).toEqual(
      refused('no-program-key'),
    );
  });
});

describe('what is wrong on a stick', () => {
  it('is told by its check and its place, and changes nothing', async () => {
    const { core, keeper, stick } = await kiosk();
    const { policy } = await checked(core);
    const write = (text: string) => {
      writeFileSync(stick, text);
      signBeside(stick, programme);
    };
    const policyText = (change: object) =>
      JSON.stringify({ ...policyOfTests, version: 3, ...change }, null, 2);
    const [firstDocument, ...documents] = policyOfTests.documents;
    const rows: readonly (readonly [string, () => void, object])[] = [
      ['no file', () => rmSync(stick), { check: 'file', why: 'missing' }],
      ['50 MB', () => write(' '.repeat(50_000_000)), { check: 'file', why: 'too-large' }],
      ['nested', () => write('['.repeat(200_000)), content({ line: 1, column: 33 })],
      ['cut off', () => write('{\n  "format": 1'), content({ line: 2 })],
      ['twice', () => write('{ "format": 1,\n "format": 1 }'), content({ line: 2, at: 'format' })],
      [
        'ten thousand kinds',
        () => write(policyText({ rule: { kind: 'coverage', required: Array(10_000).fill('photo') } })),
        content({ at: 'rule.required' }),
      ],
      ['undecided', () => write(policyText({ feeCents: null })), content({ at: 'feeCents' })],
      [
        'an unknown category',
        () => write(policyText({ documents: [{ ...firstDocument, category: 'papers' }, ...documents] })),
        content({ at: 'documents.0.category' }),
      ],
      [
        'a translation that is missing',
        () => write(policyText({ languages: ['en', 'tlh'] })),
        content({ allowed: expect.stringContaining('tlh') }),
      ],
      [
        'a contradiction',
        () =>
          write(
            policyText({
              rule: { kind: 'coverage', required: ['caretaker'], oneDocumentMayProveMany: true },
              ageRules: undefined,
              documents: policyOfTests.documents.filter(({ proves }) => !proves.includes('caretaker')),
            }),
          ),
        content({ at: expect.stringContaining('rule') }),
      ],
      ['no signature', () => rmSync(signaturePath(stick)), { check: 'signature', why: 'missing' }],
      [
        'no signature in its file',
        () => writeFileSync(signaturePath(stick), 'signed'),
        { check: 'signature', why: 'malformed' },
      ],
      ['another’s signature', () => signBeside(stick, newProgramme()), { check: 'signature', why: 'wrong' }],
      [
        'another program',
        () => write(policyText({ id: 'quayside' })),
        { check: 'program', found: 'quayside', inForce: 'harbor-city' },
      ],
      [
        'the same version',
        () => write(policyText({ version: 2, feeCents: 7 })),
        { check: 'version', why: 'same-version', version: 2 },
      ],
    ];
    for (const [what, spoil, fault] of rows) {
      write(policyText({}));
      expect(await core.call('checkPolicyOnStick', {}), what).toMatchObject({ value: { kind: 'ready' } });
      spoil();
      expect(await core.call('checkPolicyOnStick', {}), what).toMatchObject({
        value: { kind: 'fault', fault },
      });
      expect(await core.call('installPolicy', { policy }), what).toEqual(refused('policy-changed'));
    }
    // A good one, but not the one that was checked and read.
    replaceSigned(stick, programme, { version: 4 });
    expect(await core.call('installPolicy', { policy })).toEqual(refused('policy-changed'));
    expect(keeper.services.policies.inForce.rules.version).toBe(2);
    expect(kindsOf(keeper)).not.toContain('policy-installed');
  });
});

function content(first: object): object {
  return { check: 'content', mistakes: expect.arrayContaining([expect.objectContaining(first)]) };
}

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

  it('that refuses a policy makes no vault where there is none', async () => {
    const dataFolder = workingFolder();
    const policyPath = signedPolicyFile(programme);
    rmSync(signaturePath(policyPath));
    const started = await start({ dataFolder, policyPath });
    expect(started).toMatchObject({ ok: false, error: { file: 'policy' } });
    expect(() => readFileSync(join(dataFolder, 'vault.db'))).toThrow('ENOENT');
  });
});
