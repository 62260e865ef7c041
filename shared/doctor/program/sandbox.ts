import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { type Reading, valueIn } from '../reading.ts';

export const sandbox = declareCheck({
  id: 'sandbox',
  title: 'Chromium’s sandbox',
  why: 'The page that applicants type into is kept from files, network and other programs by the sandbox alone.',
  goLive: { kind: 'breaks', invariants: [10] },
  remedies: {
    account: 'Run it as the kiosk’s own account: as root Chromium has no sandbox.',
    clone:
      'Write `kernel.unprivileged_userns_clone=1` into `/etc/sysctl.d/60-counterfoil.conf`, and run `sysctl --system` as root.',
    most: 'Write `user.max_user_namespaces=1000` into `/etc/sysctl.d/60-counterfoil.conf`, and run `sysctl --system` as root.',
    profile:
      'Install the package again: it brings an AppArmor profile that allows user namespaces to {executable} alone.',
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
  readonly executable: string;
  /** Whether an AppArmor profile of the kiosk is loaded; null: this account can't tell. */
  readonly hasProfile: boolean | null;
}

export function judgeSandbox(facts: SandboxFacts): Finding {
  const { isRoot, executable } = facts;
  if (isRoot) return fail('This is root: Chromium would run without a sandbox.', sandbox.remedies.account);
  if (valueIn(facts.clone) === '0')
    return fail('The kernel gives user namespaces to root only.', sandbox.remedies.clone);
  if (valueIn(facts.most) === '0') return fail('The kernel gives no user namespaces.', sandbox.remedies.most);
  if (valueIn(facts.restricted) === '1') return judgeRestricted(facts.hasProfile, executable);
  switch (facts.attempt) {
    case 'made':
      return pass('This account was given a user namespace.');
    case 'refused':
      return fail('This account was given no user namespace.', sandbox.remedies.most);
    case 'not-tried':
      return notRun('Whether this account is given a user namespace was not tried.');
  }
}

function judgeRestricted(hasProfile: boolean | null, executable: string): Finding {
  switch (hasProfile) {
    case true:
      return pass('AppArmor allows user namespaces to the kiosk alone.');
    case false:
      return fail(
        'AppArmor allows user namespaces only by a profile, and the kiosk’s is not loaded.',
        remedy(sandbox.remedies.profile, { executable }),
      );
    case null:
      return notRun('AppArmor allows user namespaces only by a profile; only root can see which are loaded.');
  }
}
