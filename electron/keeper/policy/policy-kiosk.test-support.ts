import { join } from 'node:path';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { type KeeperOptions, SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { type Programme, signedPolicyFile, stickWith } from './signed-policy.test-support.ts';

/** A kiosk under signed version 2, with the supervisor signed in and a stick of version 3. */
export async function policyKiosk(
  programme: Programme,
  onStick: Partial<CompletePolicy> = { version: 3 },
  parts: Pick<KeeperOptions, 'clock' | 'custody'> = {},
) {
  const [dataFolder, policyPath] = [workingFolder(), signedPolicyFile(programme, { version: 2 })];
  const exportFolder = stickWith(programme, onStick);
  const options = { ...parts, dataFolder, policyPath, exportFolder };
  const { keeper, core } = await counter(options);
  const signedIn = await core.call('signIn', SUPERVISOR);
  if (!signedIn.ok) throw new Error(signedIn.error.kind);
  return { options, keeper, core, stick: join(exportFolder, 'policy.json') };
}

/** The policy on the stick, as the page has it after a look. */
export async function checked(core: ScriptedCore): Promise<{ policy: PolicyHash; isOlder: boolean }> {
  const answer = await core.call('checkPolicyOnStick', {});
  if (!answer.ok || answer.value.kind !== 'ready') throw new Error(JSON.stringify(answer));
  return { policy: answer.value.policy.hash, isOlder: answer.value.isOlder };
}

export const kindsOf = (keeper: Parameters<typeof entriesOf>[0]) => entriesOf(keeper).map(({ kind }) => kind);
