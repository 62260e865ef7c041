import type { FolderRefusal } from '../../../shared/provisioning/refusal.ts';
import type { Roster } from '../../../shared/provisioning/roster.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SettingsPlatform } from '../../../shared/settings/full-path.ts';
import { readSettings } from '../../../shared/settings/read-settings.ts';
import type { Settings } from '../../../shared/settings/settings-schema.ts';
import { signatureIn } from '../policy-file/detached-signature.ts';
import { type Policy, readPolicy } from '../policy-file/policy-file.ts';
import type { ProgrammeKey } from '../policy-file/programme-key.ts';
import { mistakeOf } from './mistake-of.ts';
import { readRoster } from './read-roster.ts';
import type { VerifiedFolder } from './verify-folder.ts';

/** What a provisioning folder brings. */
export interface ProvisioningContents {
  readonly settings: Settings;
  readonly policy: Policy;
  /** Null: it brings no first staff. */
  readonly roster: Roster | null;
}

/**
 * Reads what is in a folder by the rules of a kiosk that would start with it. That the program has signed all of it says who
 * made a mistake, and not that there is none. `policyPath`: where the policy is to lie. `platform`: where a data
 * folder may be, which an evaluation package takes anywhere.
 */
export async function readContents(
  { configured, staff, manifest }: VerifiedFolder,
  { key }: ProgrammeKey,
  policyPath: string,
  platform: SettingsPlatform,
): Promise<Result<ProvisioningContents, FolderRefusal>> {
  const settings = readSettings(configured['settings.toml'], platform);
  if (!settings.ok) return err({ kind: 'wrong-settings', mistakes: settings.error });
  // Said outright: without the line it depends on the package.
  if (settings.value.provisioned !== true) return err({ kind: 'unfit-settings', why: 'not-provisioned' });
  const named = settings.value['policy-file'];
  if (named !== undefined && named !== policyPath)
    return err({ kind: 'unfit-settings', why: 'policy-elsewhere' });
  const policy = readPolicyWith(configured, key);
  if (!policy.ok) return policy;
  const roster = staff === null ? ok(null) : await readRoster(staff, manifest.kiosk);
  return roster.ok ? ok({ settings: settings.value, policy: policy.value, roster: roster.value }) : roster;
}

function readPolicyWith(
  files: VerifiedFolder['configured'],
  key: ProgrammeKey['key'],
): Result<Policy, FolderRefusal> {
  const policy = readPolicy(files['policy.json']);
  if (!policy.ok) {
    if (policy.error.kind !== 'not-json' && policy.error.kind !== 'wrong')
      throw new Error('bytes were not read');
    return err({ kind: 'wrong-policy', ...mistakeOf(policy.error) });
  }
  return signatureIn(files['policy.json.sig'], 'policy', policy.value.bytes, key).ok
    ? policy
    : err({ kind: 'unsigned-policy' });
}
