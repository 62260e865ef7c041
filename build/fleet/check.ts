import { keyOfPem } from '../../electron/lib/policy-file/programme-key.ts';
import { readContents } from '../../electron/lib/provisioning/read-contents.ts';
import { readProvisioningFolder } from '../../electron/lib/provisioning/read-folder.ts';
import { verifyFolder } from '../../electron/lib/provisioning/verify-folder.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import type { FolderRefusal } from '../../shared/provisioning/refusal.ts';
import { refusalWords } from '../../shared/provisioning/refusal-words.ts';
import { POLICY_FILE } from '../../shared/settings/settings-place.ts';
import { done, type Outcome } from '../outcome.ts';

/**
 * Says whom a provisioning folder is for, and whether a kiosk would take it. Whose it is only its reader can say: the key that
 * lies in it is shown, to be compared, and not believed. First passphrases are not shown.
 */
export async function checkFolder(path: string): Promise<Outcome> {
  const files = readProvisioningFolder(path);
  if (!files.ok) return wrong(path, files.error);
  const pem = files.value.get('program-key.pem');
  if (pem === undefined) return wrong(path, { kind: 'missing-file', name: 'program-key.pem' });
  const key = keyOfPem(pem);
  if (!key.ok)
    return { code: 1, say: `${path}: program-key.pem is no public key. No kiosk takes this folder.` };
  const verified = verifyFolder(files.value, key.value);
  if (!verified.ok) return wrong(path, verified.error);
  const contents = await readContents(verified.value, key.value, POLICY_FILE, 'linux');
  if (!contents.ok) return wrong(path, contents.error);
  const { kiosk, host, number, issued, validUntil } = verified.value.manifest;
  const { policy, roster, settings } = contents.value;
  const people = (roster?.staff ?? []).map(({ name, role }) => `${name} (${role})`).join(', ');
  return done(
    [
      `${path}: for the kiosk “${kiosk}” on the computer ${host}.`,
      `Number ${number}, made on ${issued}, may be applied until ${validUntil}.`,
      `Signed with the key ${fingerprint(key.value.hash)}. Compare it with your program’s.`,
      `Policy: ${policy.rules.id}, version ${policy.rules.version}. Data folder: ${settings['data-folder']}.`,
      roster === null ? 'It brings no first staff.' : `First staff: ${people}.`,
    ].join('\n'),
  );
}

function wrong(path: string, refusal: FolderRefusal): Outcome {
  const { happened, todo, details } = refusalWords(refusal);
  return { code: 1, say: [`${path}: ${happened} ${todo}`, ...details].join('\n') };
}
