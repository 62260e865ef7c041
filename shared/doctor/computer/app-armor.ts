import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';
import { type Reading, valueIn } from '../reading.ts';

export const appArmor = declareCheck({
  id: 'apparmor',
  title: 'AppArmor',
  why: 'With a profile, a page that breaks out of Chromium’s sandbox reaches less of the computer.',
  goLive: { kind: 'advice' },
  remedies: {
    enable:
      'Add `apparmor=1 security=apparmor` to `GRUB_CMDLINE_LINUX` in `/etc/default/grub`, run `update-grub` as root, and restart.',
    load: 'Run `systemctl reload apparmor` as root; the package brings its profile to `/etc/apparmor.d`.',
  },
});

export interface AppArmorFacts {
  /** /sys/module/apparmor/parameters/enabled */
  readonly enabled: Reading;
  /** /sys/kernel/security/apparmor/profiles: root alone may read it. */
  readonly profiles: Reading;
}

export function judgeAppArmor({ enabled, profiles }: AppArmorFacts): Finding {
  if (enabled.kind !== 'read') return notRun('This kernel has no AppArmor.');
  if (valueIn(enabled) !== 'Y')
    return warn('This kernel has AppArmor, but it is turned off.', appArmor.remedies.enable);
  if (profiles.kind !== 'read')
    return notRun('AppArmor is on; only root can see whether the kiosk’s profile is loaded.');
  return hasProfile(profiles.text)
    ? pass('AppArmor is on, and a profile of the kiosk is loaded.')
    : warn('AppArmor is on, but no profile of the kiosk is loaded.', appArmor.remedies.load);
}

/** Lines such as `counterfoil (unconfined)` or `/opt/counterfoil/counterfoil-session (enforce)`. */
export function hasProfile(profiles: string): boolean {
  return profiles.split('\n').some((line) => /(?:^|\/)counterfoil/.test(line));
}
