import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packageName } from '../package-name.ts';
import { copyTemplates, writeScripts } from './templates.ts';

/**
 * What cannot be had without a system that has booted, in a few lines each. `systemctl start` starts whichever program the
 * unit points to, by whether the drop-in is there; the program says of itself what `status-PROGRAM` has. `sleep` lets no time
 * pass, and does what `at-N` says when it is called for the Nth time.
 */
const FAKES: Readonly<Record<string, string>> = {
  systemctl: `
case "$*" in
  "show -P ActiveState counterfoil.service")
    if [ -e "$FAKE/active" ]; then echo active; elif [ -e "$FAKE/between-starts" ]; then echo activating; else echo inactive; fi ;;
  "show -P MainPID counterfoil.service") if [ -e "$FAKE/active" ]; then echo 4711; else echo 0; fi ;;
  "show -P MainPID getty@tty1.service") cat "$FAKE/console" 2>/dev/null || echo 0 ;;
  daemon-reload) [ -e "$DROP_IN" ] && echo "unit starts the version before" >>"$FAKE/log" || echo "unit starts what is installed" >>"$FAKE/log" ;;
  "stop counterfoil.service"*)
    if [ -e "$FAKE/active" ]; then
      echo stopped >>"$FAKE/log"
      if [ -e "$FAKE/last-word" ]; then cp "$FAKE/last-word" "$DPKG_ROOT/run/counterfoil.ended"
      else sed 's/^state=.*/state=ended/' "$DPKG_ROOT/run/counterfoil/status" >"$DPKG_ROOT/run/counterfoil.ended"; fi
    fi
    rm -f "$FAKE/active" "$FAKE/between-starts" "$DPKG_ROOT/run/counterfoil/status" ;;
  "start counterfoil.service" | "start counterfoil-display.service counterfoil.service") "$FAKE/bin/start-kiosk" ;;
  "try-restart counterfoil-display.service") echo "display started again" >>"$FAKE/log" ;;
  *) echo "systemctl $*" >>"$FAKE/log" ;;
esac`,
  'start-kiosk': `
if [ -e "$FAKE/active" ]; then exit 0; fi
if [ -e "$DROP_IN" ]; then tree=opt/counterfoil.previous; else tree=opt/counterfoil; fi
program=$(cat "$DPKG_ROOT/$tree/counterfoil") || exit 1
echo "started $program" >>"$FAKE/log"
echo "$program" >"$FAKE/active"
mkdir -p "$DPKG_ROOT/run/counterfoil"
cp "$FAKE/status-$program" "$DPKG_ROOT/run/counterfoil/status"`,
  'deb-systemd-invoke': `
if [ -e "$FAKE/policy-says-no" ]; then exit 0; fi
echo "deb-systemd-invoke $*" >>"$FAKE/log"
case "$*" in "start counterfoil.service") "$FAKE/bin/start-kiosk" ;; esac`,
  'deb-systemd-helper': `echo "deb-systemd-helper $*" >>"$FAKE/log"`,
  'systemd-sysusers': '',
  'systemd-tmpfiles': '',
  'systemd-detect-virt': '[ -e "$FAKE/chroot" ]',
  userdel: `echo "userdel $*" >>"$FAKE/log"`,
  shred: `
echo "shred $*" >>"$FAKE/log"
exec /usr/bin/shred "$@"`,
  install: `
case "$*" in *settings.toml.new) if [ -e "$FAKE/disk-is-full" ]; then head -c 9 "$3" >"$4"; exit 1; fi ;; esac
exec /usr/bin/install "$@"`,
  cp: `
if [ "$1" = -al ] && [ -e "$FAKE/disk-is-full" ]; then exit 1; fi
exec /bin/cp "$@"`,
  rm: `
if [ "$*" = "-rf $DPKG_ROOT/var/lib/counterfoil" ] && [ -e "$FAKE/data-is-mounted" ]; then exit 1; fi
exec /bin/rm "$@"`,
  sync: `
if [ -d "$DPKG_ROOT/opt/counterfoil.previous" ] && [ ! -e "$DROP_IN" ]; then echo 'synced before the tree goes' >>"$FAKE/log"; fi`,
  sleep: `
read -r waited <"$FAKE/ticks"
until=$((waited + $1))
for at in "$FAKE"/at-*; do
  if [ -e "$at" ] && [ "\${at##*-}" -le "$until" ]; then . "$at"; rm "$at"; fi
done
echo "$until" >"$FAKE/ticks"`,
};

/** What a kiosk says of itself. */
export type Told = Readonly<Record<string, string | number>>;

/** What the package has as settings. */
export const EXAMPLE = 'data-folder = "/var/lib/counterfoil"\n';

/** On its start screen, with nothing that anybody could lose. */
export const IDLE: Told = {
  state: 'start-screen',
  open: 0,
  forgets: 0,
  endings: 0,
  hold: 'no',
  data: '/var/lib/counterfoil',
};

const lines = (told: Told): string =>
  Object.entries(told)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

/** How a script ended, and what it said to whoever ran it. */
export interface ScriptEnd {
  readonly status: number | null;
  readonly said: string;
}

type Trouble = 'policy-says-no' | 'chroot' | 'disk-is-full' | 'data-is-mounted';

/** A machine's files in a folder, with the package's own scripts. */
export interface TestMachine {
  readonly path: (inside: string) => string;
  has(inside: string): boolean;
  read(inside: string): string;
  /** Puts a file there, with the folders above it. */
  put(inside: string, text: string): void;
  run(script: 'preinst' | 'postinst' | 'prerm' | 'postrm', ...words: readonly string[]): ScriptEnd;
  /** As dpkg replaces an application: a new file beside the old one, renamed over it. */
  unpack(program: string): void;
  /** What a program says of itself once it is started, and from now on if it runs. */
  tells(program: string, told: Told): void;
  /** What the kiosk says of itself after so many seconds of waiting. */
  tellsAfter(seconds: number, told: Told): void;
  /** What the kiosk says last when it is ended, in the place of what it said before. */
  saysAtEnd(told: Told): void;
  /** Starts the kiosk as it is installed. */
  start(): void;
  isRunning(): boolean;
  /** Its unit is between two starts: the program ends as soon as it is started. */
  keepsEnding(): void;
  /** A process of this name is at the machine's own console. */
  isAtConsole(program: string): void;
  /** This program runs in this control group. */
  runsInGroup(program: string, group: string): void;
  /**
   * From now on: policy-rc.d has no service started; the machine is looked at from a chroot that was lent a running system's
   * /run; a tree can't be copied, and settings are cut off while they are written; the data folder is a disk of its own.
   */
  is(trouble: Trouble): void;
  isNoLonger(trouble: Trouble): void;
  /** What became of units and programs, in this order. */
  log(): readonly string[];
  /** The same, and everything else that the scripts have had others do. */
  asked(): readonly string[];
  /** Seconds that a script has waited. */
  waited(): number;
  powerCut(): void;
}

/** A machine with the version `old` installed, and systemd running (unless `booted` is false). */
export async function createMachine({ booted = true } = {}): Promise<TestMachine> {
  const root = mkdtempSync(join(tmpdir(), 'scripts-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const fake = join(root, 'fake');
  const scripts = join(fake, 'scripts');
  const path = (inside: string): string => join(root, 'machine', inside);
  const put = (inside: string, text: string): void => writeIn(path(inside), text);
  await writeScripts(scripts, packageName('release'));
  writeFakes(fake);
  await copyTemplates('root', path(''), packageName('release'));
  writeProgram(path('opt/counterfoil/counterfoil'), 'old');
  put('opt/counterfoil/resources/app.asar', 'old');
  put('usr/share/counterfoil/settings.toml.example', EXAMPLE);
  for (const folder of ['var/lib', booted ? 'run/systemd/system' : 'run'])
    mkdirSync(path(folder), { recursive: true });
  const environment = {
    PATH: `${join(fake, 'bin')}:/usr/sbin:/usr/bin:/sbin:/bin`,
    DPKG_ROOT: path(''),
    FAKE: fake,
    DROP_IN: path('etc/systemd/system/counterfoil.service.d/zz-previous-version.conf'),
  };
  const sh = (program: string, words: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(program, words, { encoding: 'utf8', env: environment });
  const tells = (program: string, told: Told): void => writeIn(join(fake, `status-${program}`), lines(told));
  const asked = (): readonly string[] => readFileSync(join(fake, 'log'), 'utf8').split('\n').filter(Boolean);
  return {
    path,
    put,
    has: (inside) => existsSync(path(inside)),
    read: (inside) => readFileSync(path(inside), 'utf8'),
    run(script, ...words) {
      const { status, stdout, stderr } = sh(join(scripts, script), words);
      return { status, said: `${stdout}${stderr}` };
    },
    unpack(program) {
      for (const file of ['counterfoil', 'resources/app.asar']) {
        writeProgram(path(`opt/counterfoil/${file}.dpkg-new`), program);
        renameSync(path(`opt/counterfoil/${file}.dpkg-new`), path(`opt/counterfoil/${file}`));
      }
    },
    tells(program, told) {
      tells(program, told);
      const active = join(fake, 'active');
      if (existsSync(active) && readFileSync(active, 'utf8').trim() === program)
        put('run/counterfoil/status', lines(told));
    },
    tellsAfter(seconds, told) {
      writeIn(join(fake, 'later'), lines(told));
      writeIn(join(fake, `at-${seconds}`), 'cp "$FAKE/later" "$DPKG_ROOT/run/counterfoil/status"\n');
    },
    saysAtEnd: (told) => writeIn(join(fake, 'last-word'), lines(told)),
    start: () => void sh(join(fake, 'bin', 'start-kiosk'), []),
    isRunning: () => existsSync(join(fake, 'active')),
    keepsEnding() {
      rmSync(join(fake, 'active'), { force: true });
      rmSync(path('run/counterfoil'), { recursive: true, force: true });
      writeIn(join(fake, 'between-starts'), '');
    },
    isAtConsole(program) {
      writeIn(join(fake, 'console'), '77\n');
      put('proc/77/comm', `${program}\n`);
    },
    runsInGroup(program, group) {
      put('proc/4712/cgroup', `0::${group}\n`);
      symlinkSync(program, path('proc/4712/exe'));
    },
    is: (trouble) => writeIn(join(fake, trouble), ''),
    isNoLonger: (trouble) => rmSync(join(fake, trouble)),
    log: () => asked().filter((line) => /^(unit starts|started|stopped|display)/.test(line)),
    asked,
    waited: () => Number(readFileSync(join(fake, 'ticks'), 'utf8')),
    powerCut() {
      rmSync(path('run'), { recursive: true });
      rmSync(join(fake, 'active'), { force: true });
      mkdirSync(path('run/systemd/system'), { recursive: true });
    },
  };
}

function writeFakes(fake: string): void {
  for (const [name, text] of Object.entries(FAKES))
    writeProgram(join(fake, 'bin', name), `#!/bin/sh\n${text}\n`);
  writeIn(join(fake, 'ticks'), '0\n');
  writeIn(join(fake, 'log'), '');
}

function writeProgram(file: string, text: string): void {
  writeIn(file, text);
  chmodSync(file, 0o755);
}

function writeIn(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
