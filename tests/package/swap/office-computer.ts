import { chmodSync, cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../../build/machine/command.ts';
import { shippedPolicy } from '../../../build/programmes/shipped-policy.ts';
import { repository } from '../../../build/vite/repository.ts';
import { type Drive, mountFor } from '../drive.ts';
import { type HandedOut, HOST, SHARED_SETTINGS, tableOf } from '../office.ts';

/** A table with another counter in it, of which nothing may come along. */
const TABLE = `${tableOf({ host: HOST })}Harbor Library 2,counter-018,Berta Lindqvist; Wilhelmina Stack,
`;
/** What of the source folder `npm run` goes by. */
const OF_SOURCES = ['package.json', '.npmrc', 'build', 'node_modules'];
const DRIVE_BYTES = 67_108_864;

/** The computer that makes the folders: this one, with a folder of the suite's in the place of the source folder. */
export interface OfficeComputer {
  /** Where its steps are typed. */
  readonly folder: string;
  /** What the drive is called there: a file, which mkfs takes for a disk. */
  readonly device: string;
  /** Types commands there, and answers what they print. Throws where one does not end with 0. */
  types(commands: string): Promise<string>;
}

/** Lays out in a folder of the suite's what the page says that somebody needs there. */
export function officeComputer(
  work: string,
  { privateKey, key, deb, drive }: Pick<HandedOut, 'key' | 'privateKey'> & { deb: string; drive: Drive },
): OfficeComputer {
  const folder = join(work, 'sources');
  const programs = join(work, 'programs');
  for (const each of [folder, programs]) mkdirSync(each);
  for (const name of OF_SOURCES) symlinkSync(fileURLToPath(new URL(name, repository)), join(folder, name));
  writeFileSync(join(folder, 'counters.csv'), TABLE);
  writeFileSync(join(folder, 'settings.toml'), SHARED_SETTINGS);
  for (const [from, name] of [
    [shippedPolicy, 'policy.json'],
    [privateKey, basename(privateKey)],
    [key, basename(key)],
    [deb, basename(deb)],
  ] as const)
    cpSync(from, join(folder, name));
  const device = join(work, 'sdX1');
  writeFileSync(device, '');
  truncateSync(device, DRIVE_BYTES);
  // The kernel here need not know the file system that mkfs makes: what is copied there lies in a folder.
  writeFileSync(join(programs, 'mount'), mountFor(device, drive.folder));
  chmodSync(join(programs, 'mount'), 0o755);
  return { folder, device, types: (commands) => typeAt(folder, programs, commands) };
}

/** As in a terminal of its own, where no other `npm run` has set anything. What is mounted there nobody else sees. */
async function typeAt(folder: string, programs: string, commands: string): Promise<string> {
  const { PATH = '', HOME = '/root' } = process.env;
  const clean = ['env', '-i', `PATH=${programs}:${PATH}`, `HOME=${HOME}`, 'LANG=C.UTF-8'];
  const typed = await runCommand('unshare', ['--mount', ...clean, 'sh', '-euc', commands], { folder });
  if (!typed.ok) throw new Error(`${commands}: ${typed.error.output}`);
  return typed.value;
}
