import { describe, expect, it } from 'vitest';
import { policyOfTests } from '../../keeper/policy/policy.test-support.ts';
import {
  type FolderParts,
  folderBytes,
  ROSTER,
  SETTINGS,
  trustedProgramme,
} from './provisioning.test-support.ts';
import { readContents } from './read-contents.ts';
import { verifyFolder } from './verify-folder.ts';

const { programme, key } = trustedProgramme();
const POLICY_PATH = '/etc/counterfoil/policy.json';

/** What a folder brings that the program has signed, with this in it. */
async function contentsWith(change: Partial<FolderParts> = {}) {
  const verified = verifyFolder(folderBytes(programme, change), key);
  if (!verified.ok) throw new Error(`not even signed: ${verified.error.kind}`);
  return readContents(verified.value, key, POLICY_PATH, 'linux');
}

const rosterWith = (...staff: readonly (object | undefined)[]): string =>
  JSON.stringify({ format: 1, staff });
const [first, second, clerk] = ROSTER.staff;

describe('what a signed folder brings', () => {
  it('is read by the rules of the kiosk that would start with it', async () => {
    expect(await contentsWith()).toMatchObject({
      ok: true,
      value: { settings: { provisioned: true }, policy: { rules: { id: 'harbor-city' } }, roster: ROSTER },
    });
    expect(await contentsWith({ staff: null })).toMatchObject({ ok: true, value: { roster: null } });
    const named = { settings: `${SETTINGS}policy-file = "${POLICY_PATH}"\n` };
    expect((await contentsWith(named)).ok).toBe(true);
    const longest = rosterWith(first, second, { ...clerk, name: 'A'.repeat(60) });
    expect((await contentsWith({ staff: longest })).ok).toBe(true);
  });

  it.each<[string, Partial<FolderParts>, object]>([
    [
      'settings with a misspelt key',
      { settings: `${SETTINGS}data-foldr = "/srv"\n` },
      { kind: 'wrong-settings', mistakes: [{ line: 3, column: 1, nearest: 'data-folder' }] },
    ],
    [
      'settings that let whoever comes first set the kiosk up',
      { settings: 'data-folder = "/srv"\n' },
      { kind: 'unfit-settings', why: 'not-provisioned' },
    ],
    [
      'settings under which the policy would lie unused',
      { settings: `${SETTINGS}policy-file = "/srv/policy.json"\n` },
      { kind: 'unfit-settings', why: 'policy-elsewhere' },
    ],
    ['a policy that is no JSON', { policy: '{' }, { kind: 'wrong-policy', where: 'line 1' }],
    [
      'a policy that is not decided',
      { policy: JSON.stringify({ ...policyOfTests, minimumAgeYears: null }, null, 2) },
      { kind: 'wrong-policy', where: expect.stringContaining('minimumAgeYears') },
    ],
    [
      'a policy that the program has not signed',
      { policySignedBy: trustedProgramme().programme },
      { kind: 'unsigned-policy' },
    ],
    ['a roster that is no JSON', { staff: 'nobody' }, { kind: 'wrong-roster', where: 'line 1' }],
    [
      'a roster with a key that nobody knows',
      { staff: rosterWith({ ...first, telephone: '555' }, second) },
      { kind: 'wrong-roster', where: 'line 1, staff.0.telephone' },
    ],
    [
      'a roster with a name that no kiosk has room for',
      { staff: rosterWith(first, second, { ...clerk, name: 'A'.repeat(61) }) },
      { kind: 'wrong-roster', where: 'line 1, staff.2.name', allowed: 'takes at most 60 characters' },
    ],
    [
      'a roster with a role that nobody has',
      { staff: rosterWith({ ...first, role: 'owner' }, second) },
      { kind: 'wrong-roster', where: 'line 1, staff.0.role' },
    ],
    [
      'one supervisor',
      { staff: rosterWith(first, clerk) },
      { kind: 'unfit-roster', faults: [{ kind: 'too-few-supervisors', found: 1 }] },
    ],
    [
      'a name twice, in other letters',
      { staff: rosterWith(first, second, { ...clerk, name: 'MARISOL tidewater' }) },
      { kind: 'unfit-roster', faults: [{ kind: 'name-twice', place: 3, name: 'MARISOL tidewater' }] },
    ],
    [
      'everything that is wrong with people at once',
      {
        staff: rosterWith(
          { ...first, firstPassphrase: 'password' },
          { ...second, name: 'Otto\u202eline' },
          { ...clerk, firstPassphrase: 'Harbor Library 1' },
        ),
      },
      {
        kind: 'unfit-roster',
        faults: [
          { kind: 'weak-passphrase', place: 1, name: 'Marisol Tidewater' },
          { kind: 'unusable-name', place: 2 },
          { kind: 'weak-passphrase', place: 3, name: 'Anselm Brightwater' },
        ],
      },
    ],
  ])('%s is refused', async (_what, change, error) => {
    expect(await contentsWith(change)).toMatchObject({ ok: false, error });
  });
});
