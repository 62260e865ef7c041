import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingFolder } from '../keeper/database/temporary-files.test-support.ts';
import { SUBJECT, trustedProgramme } from '../lib/provisioning/provisioning.test-support.ts';
import { type Disk, machineDisk } from './disk.ts';
import type { Computer } from './provision.ts';

/** Who runs the tests. */
export const SELF = process.getuid?.() ?? 0;

/** A day on which the folders of tests may be applied. */
export const NOON = Date.UTC(2026, 10, 25, 12);

/** A computer with the package installed and the program's key put there by root, as far as a test needs one. */
export interface TestComputer {
  readonly programme: ReturnType<typeof trustedProgramme>['programme'];
  readonly key: ReturnType<typeof trustedProgramme>['key'];
  /** Its folder of settings, and its data folder. */
  readonly etc: string;
  readonly data: string;
  readonly computer: Computer;
  /** The settings that a folder for it has. */
  readonly settings: string;
  /** What lies in both folders, with modes and contents. */
  everything(): readonly string[];
}

export function testComputer(change: Partial<Computer> = {}): TestComputer {
  const { programme, key } = trustedProgramme();
  const root = workingFolder();
  const [etc, data] = [join(root, 'etc'), join(root, 'data')];
  mkdirSync(etc, { mode: 0o755 });
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(join(etc, 'program-key.pem'), programme.publicPem, { mode: 0o644 });
  return {
    ...{ programme, key, etc, data },
    settings: `data-folder = "${data}"\nprovisioned = true\n`,
    computer: {
      ...{ settings: join(etc, 'settings.toml'), host: SUBJECT.host, now: NOON, uid: SELF },
      // A folder of a test's is no release's.
      platform: 'linux-evaluation',
      ...{ owners: [0, SELF], kioskAccounts: [SELF], disk: machineDisk },
      ...change,
    },
    everything: () => [etc, data].flatMap(listed),
  };
}

function listed(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { mode } = statSync(path);
      const content = statSync(path).isFile() ? readFileSync(path, 'latin1') : 'folder';
      return `${name} ${mode.toString(8)} ${content}`;
    });
}

/** This computer's disk, which is full from this step on. */
export function fullDisk(step: number): Disk {
  let left = step;
  const full =
    <Input extends readonly unknown[]>(act: (...input: Input) => void) =>
    (...input: Input): void => {
      left -= 1;
      if (left < 0) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
      act(...input);
    };
  const { makeFolder, create, rename, erase, removeFolder, syncFolder } = machineDisk;
  return {
    ...machineDisk,
    ...{ makeFolder: full(makeFolder), create: full(create), rename: full(rename) },
    // A full disk lets go of what is on it.
    ...{ erase, removeFolder, syncFolder: full(syncFolder) },
  };
}
