import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { policyOfTests } from './policy.test-support.ts';
import { checked, kindsOf, policyKiosk } from './policy-kiosk.test-support.ts';
import { newProgramme, replaceSigned, signBeside } from './signed-policy.test-support.ts';

const programme = newProgramme();
const refused = (kind: string) => ({ ok: false, error: { kind } });

describe('what is wrong on a stick', () => {
  it('is told by its check and its place, and changes nothing', async () => {
    const { core, keeper, stick } = await policyKiosk(programme);
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
