import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { KeeperEvent, keeperCalls } from '../../../shared/contract/keeper.ts';
import type { PolicyName } from '../../../shared/contract/policy-acts.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { changesBetween } from '../../../shared/programme/in-words/changes.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Policy } from '../../lib/policy-file/policy-file.ts';
import { keyOfBytes } from '../../lib/policy-file/programme-key.ts';
import { driveAt } from '../disk/drive-at.ts';
import type { Hold } from '../holds/hold.ts';
import { isOnEverything } from '../holds/holds.ts';
import { letsWipesGoOn } from '../holds/verdict.ts';
import type { KioskRow } from '../kiosk/kiosk-row.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import {
  type Actor,
  type ActorsPort,
  type ApprovableHandlers,
  actorOf,
  secondOf,
  signedInActor,
} from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import { shown } from './faults-on-stick.ts';
import type { Policies } from './policies.ts';
import { readPolicyOnStick, type SignedPolicy, shownChange, type Yardstick } from './policy-on-stick.ts';

type PolicyCalls = Pick<
  Handlers<typeof keeperCalls>,
  'policyInForce' | 'checkPolicyOnStick' | 'installPolicy'
> &
  Pick<ApprovableHandlers, 'installOlderPolicy'>;

/** What installing a policy needs of the kiosk. */
export interface PolicyPort extends ActorsPort {
  readonly policies: Policies;
  readonly kiosk: KioskRow;
  readonly holds: { all(): readonly Hold[] };
  readonly outbox: EntryRecorder;
  readonly screens: { tellAll(event: KeeperEvent): void; refresh(): void };
  /** Where a stick is, or nowhere. */
  readonly exportFolder: string | null;
}

/** Nobody reads more on a screen; the tool tells them all. */
const MOST_CHANGES = 200;

/** The policy on the supervisor's screen. */
export function policyCalls(port: PolicyPort): PolicyCalls {
  const { policies, kiosk } = port;
  return {
    policyInForce() {
      const pinned = kiosk.programmeKey();
      return ok({
        ...nameOf(policies.inForce),
        source: policies.isInstalled() ? 'usb-drive' : 'file',
        key: pinned === null ? null : keyOfBytes(pinned).hash,
      });
    },
    checkPolicyOnStick() {
      const stick = stickOf(port);
      if (!stick.ok) return stick;
      const { inForce } = policies;
      const read = readPolicyOnStick(stick.value.folder, stick.value);
      if (!read.ok) return ok({ kind: 'fault', fault: read.error });
      const { policy, isOlder } = read.value;
      const all = changesBetween(inForce.rules, policy.rules);
      const changes = all.slice(0, MOST_CHANGES).map(shownChange);
      return ok({
        kind: 'ready',
        policy: nameOf(policy),
        changes,
        more: all.length - changes.length,
        isOlder,
      });
    },
    installPolicy({ policy }) {
      const next = checkedAgain(port, policy);
      if (!next.ok) return next;
      if (next.value.isOlder) return err({ kind: 'not-allowed' });
      return install(port, next.value, signedInActor(port), NOBODY);
    },
    installOlderPolicy({ policy }, approval) {
      if (!covers(approval, { act: 'installOlderPolicy', policy })) return err({ kind: 'not-allowed' });
      const next = checkedAgain(port, policy);
      if (!next.ok) return next;
      return install(port, next.value, actorOf(port, approval), secondOf(approval).member);
    },
  };
}

function nameOf({ hash, rules }: Policy): PolicyName {
  const { id, version, name, adopted } = rules;
  return { id, version, name: shown(name.en ?? id), adopted: adopted ?? null, hash };
}

function stickOf({
  exportFolder,
  kiosk,
  policies,
}: PolicyPort): Result<Yardstick & { readonly folder: string }, Refusal> {
  const pinned = kiosk.programmeKey();
  if (pinned === null) return err({ kind: 'no-program-key' });
  const folder = driveAt(exportFolder);
  if (folder === null) return err({ kind: 'no-export-folder' });
  return ok({ folder, key: keyOfBytes(pinned), inForce: policies.inForce });
}

/** Reads the stick anew: what a page has seen of it counts for nothing but its name. */
function checkedAgain(port: PolicyPort, expected: PolicyHash): Result<SignedPolicy, Refusal> {
  const stick = stickOf(port);
  if (!stick.ok) return stick;
  const read = readPolicyOnStick(stick.value.folder, stick.value);
  if (!read.ok || read.value.policy.hash !== expected) return err({ kind: 'policy-changed' });
  // A hold keeps what it keeps until two people lift it: no policy may let a wipe go on that it has stopped.
  const isLooser = letsWipesGoOn(read.value.policy.rules.hold, stick.value.inForce.rules.hold);
  return isLooser && isOnEverything(port.holds.all()) ? err({ kind: 'policy-loosens-hold' }) : read;
}

/** All of it in one transaction of the vault: the policy, its signature, and that it is in force. */
function install(
  { policies, kiosk, outbox, screens }: PolicyPort,
  { policy, signature }: SignedPolicy,
  by: Actor,
  second: string,
): Answer<Record<string, never>> {
  const { hash, rules } = policy;
  outbox.record(({ utc }) => {
    policies.keepInstalled(policy, signature);
    kiosk.setToldPolicy(hash);
    kiosk.noteNewestPolicy(rules.version);
    return [
      { kind: 'policy-installed', utc, by: by.member, second, policy: hash },
      { kind: 'policy-in-force', utc, policy: hash },
    ];
  });
  policies.enforce(policy);
  screens.tellAll({ kind: 'policy', policy: rules });
  screens.refresh();
  return ok({});
}
