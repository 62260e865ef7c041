import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { type Reading, valueIn } from '../reading.ts';
import { sysctlRemedy } from '../remedy-commands.ts';
import { LOOK_FROM_INSIDE } from '../seen-from.ts';

export const sandbox = declareCheck({
  id: 'sandbox',
  title: 'Chromium’s sandbox',
  why: 'The page that applicants type into is kept from files, network and other programs by the sandbox alone.',
  goLive: { kind: 'breaks', invariants: [10], whenUnknown: 'stops' },
  remedies: {
    account:
      'Run `counterfoil-doctor` as root: it looks as the kiosk’s own account. As root Chromium has no sandbox.',
    clone: sysctlRemedy('kernel.unprivileged_userns_clone=1'),
    most: sysctlRemedy('user.max_user_namespaces=1000'),
    profile:
      'Run `cp /usr/share/counterfoil/apparmor/counterfoil /etc/apparmor.d/ && apparmor_parser -r /etc/apparmor.d/counterfoil` as root.',
  },
});

export interface SandboxFacts {
  readonly isRoot: boolean;
  /** /proc/sys/kernel/unprivileged_userns_clone, which Debian's kernels have. */
  readonly clone: Reading;
  /** /proc/sys/user/max_user_namespaces: not there in a kernel without them, and hidden from some services. */
  readonly most: Reading;
  /** /proc/sys/kernel/apparmor_restrict_unprivileged_userns */
  readonly restricted: Reading;
  /** What `unshare --user` was answered as this account. */
  readonly attempt: 'made' | 'refused' | 'not-tried';
  /** Whether this process has other rights than those of the kiosk's unit. */
  readonly isOutside: boolean;
  /** Whether an AppArmor profile of the kiosk is loaded; null: this account can't tell. */
  readonly hasProfile: boolean | null;
}

export function judgeSandbox(facts: SandboxFacts): Finding {
  if (facts.isRoot)
    return fail('This is root: Chromium would run without a sandbox.', sandbox.remedies.account);
  if (valueIn(facts.clone) === '0')
    return fail('The kernel gives user namespaces to root only.', sandbox.remedies.clone);
  if (valueIn(facts.most) === '0') return fail('The kernel gives no user namespaces.', sandbox.remedies.most);
  if (valueIn(facts.restricted) === '1') return judgeRestricted(facts.hasProfile);
  switch (facts.attempt) {
    case 'made':
      return facts.isOutside
        ? notRun(
            `This shell was given a user namespace; the kiosk’s unit has limits of its own. ${LOOK_FROM_INSIDE}`,
          )
        : pass('This account was given a user namespace.');
    case 'refused':
      return fail('This account was given no user namespace.', sandbox.remedies.most);
    case 'not-tried':
      return notRun('Whether this account is given a user namespace was not tried.');
  }
}

function judgeRestricted(hasProfile: boolean | null): Finding {
  switch (hasProfile) {
    case true:
      return pass('AppArmor allows user namespaces to the kiosk alone.');
    case false:
      return fail(
        'AppArmor allows user namespaces only by a profile, and the kiosk’s is not loaded.',
        sandbox.remedies.profile,
      );
    case null:
      return notRun(
        'AppArmor allows user namespaces only by a profile. Which are loaded is seen by root alone, or while the kiosk runs.',
      );
  }
}
