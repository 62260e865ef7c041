import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';

export const account = declareCheck({
  id: 'account',
  title: 'Account of the kiosk',
  why: 'As root, or as an account that may become root, a hole in the page is a hole in the whole computer.',
  goLive: { kind: 'stops', whenUnknown: 'stops' },
  remedies: {
    another: 'Run `counterfoil-doctor` as root: it looks as the kiosk’s own account, from inside its unit.',
    entry:
      'Run `systemd-sysusers` as root, which makes the account `counterfoil`, and start the kiosk by its unit.',
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
 * Groups whose members are root as soon as they want to be: by a command (`sudo`), by a container or a machine that has the whole
 * disk in it (`docker`, `lxd`, `libvirt`), by writing to the disk or to memory itself, or by root's password (`shadow`).
 */
const AS_ROOT: ReadonlySet<string> = new Set([
  ...['admin', 'disk', 'docker', 'incus-admin', 'kmem', 'libvirt', 'lxd', 'root', 'shadow', 'sudo', 'wheel'],
]);

/**
 * Groups that see or do more than a kiosk has to. `adm` and `systemd-journal` read every log, `input` every key, `tty` writes to
 * others' terminals, `video` sees the screen, `lp` the spool of CUPS (docs/cups.md). The display's unit alone has `input` and
 * `video`.
 */
const TOO_MANY: ReadonlySet<string> = new Set([
  ...['adm', 'input', 'kvm', 'lp', 'lpadmin', 'netdev', 'plugdev', 'systemd-journal', 'tty', 'video'],
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
  const leave = (group: string): string => remedy(account.remedies.leave, { account: name, group });
  const [root, ...moreRoots] = groups.filter((group) => AS_ROOT.has(group));
  const [first, ...others] = groups.filter((group) => TOO_MANY.has(group));
  return together(
    root === undefined
      ? pass('It is in no group that may become root.')
      : fail(
          `${name} is in ${[root, ...moreRoots].join(', ')}, and so may become root.`,
          leave(root),
          ...moreRoots.map(leave),
        ),
    first === undefined
      ? pass('Nor in any other with special rights.')
      : warn(`${name} is in ${[first, ...others].join(', ')}.`, leave(first), ...others.map(leave)),
  );
}
