import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';

export const account = declareCheck({
  id: 'account',
  title: 'Account of the kiosk',
  why: 'As root, or as an account that may become root, a hole in the page is a hole in the whole computer.',
  goLive: { kind: 'stops' },
  remedies: {
    another:
      'Run it as the kiosk’s own account: `runuser -u ACCOUNT -- counterfoil doctor`. Start the kiosk as that account too.',
    entry:
      'Make the account with `adduser --system --group ACCOUNT`: one without an entry in `/etc/passwd` can’t print.',
    leave: 'Run `gpasswd -d {account} {group}` as root.',
  },
});

export interface AccountFacts {
  readonly id: number;
  /** Null: the account has no entry in the system's list. */
  readonly name: string | null;
  /** The names of all groups that this process is in; null: /etc/group can't be read. */
  readonly groups: readonly string[] | null;
}

/**
 * Groups whose members can become root, read every disk, or see what others do. `lp` sees the spool of CUPS (docs/cups.md).
 */
const POWERFUL: ReadonlySet<string> = new Set([
  ...[
    'adm',
    'admin',
    'disk',
    'docker',
    'incus-admin',
    'kmem',
    'kvm',
    'libvirt',
    'lp',
    'lpadmin',
    'lxd',
    'netdev',
  ],
  ...['plugdev', 'root', 'shadow', 'sudo', 'systemd-journal', 'wheel'],
]);

export function judgeAccount({ id, name, groups }: AccountFacts): Finding {
  if (id === 0) {
    return fail(
      'This is root. What was found of rights, limits and the sandbox is about root, and not about the kiosk.',
      account.remedies.another,
    );
  }
  if (name === null) return fail(`User id ${id} has no entry in the system’s list.`, account.remedies.entry);
  return together(pass(`This is ${name}.`), judgeGroups(name, groups));
}

function judgeGroups(name: string, groups: readonly string[] | null): Finding {
  if (groups === null) return notRun('/etc/group can’t be read.');
  const [first, ...others] = groups.filter((group) => POWERFUL.has(group));
  if (first === undefined) return pass('It is in no group with special rights.');
  const leave = (group: string): string => remedy(account.remedies.leave, { account: name, group });
  return warn(`${name} is in ${[first, ...others].join(', ')}.`, leave(first), ...others.map(leave));
}
