import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packageName } from '../package-name.ts';
import { writeScripts } from './templates.ts';

/**
 * What cannot be had without a system that has booted, in a few lines each. `systemctl start` starts whichever program the
 * unit points to, by whether the drop-in is there; the program says of itself what `status-PROGRAM` has. `sleep` lets no time
 * pass, and does what `at-N` says when it is called for the Nth time.
 */
const FAKES: Readonly<Record<string, string>> = {
  systemctl: `
case "$*" in
  *is-active*) [ -e "$FAKE/active" ]; exit ;;
  daemon-reload) [ -e "$DROP_IN" ] && echo "unit starts the version before" >>"$FAKE/log" || echo "unit starts what is installed" >>"$FAKE/log" ;;
  "stop counterfoil.service") echo stopped >>"$FAKE/log"; rm -f "$FAKE/active" "$DPKG_ROOT/run/counterfoil/status" ;;
  "start counterfoil.service") "$FAKE/bin/start-kiosk" ;;
esac`,
  'start-kiosk': `
if [ -e "$FAKE/active" ]; then exit 0; fi
if [ -e "$DROP_IN" ]; then tree=opt/counterfoil.previous; else tree=opt/counterfoil; fi
program=$(cat "$DPKG_ROOT/$tree/counterfoil")
echo "started $program" >>"$FAKE/log"
echo "$program" >"$FAKE/active"
mkdir -p "$DPKG_ROOT/run/counterfoil"
cp "$FAKE/status-$program" "$DPKG_ROOT/run/counterfoil/status"`,
  'deb-systemd-invoke': `
case "$*" in "start counterfoil.service") "$FAKE/bin/start-kiosk" ;; esac`,
  'deb-systemd-helper': `echo "deb-systemd-helper $*" >>"$FAKE/log"`,
  'systemd-sysusers': '',
  'systemd-tmpfiles': '',
  sync: '',
  sleep: `
until=$(($(cat "$FAKE/ticks") + $1))
for at in "$FAKE"/at-*; do
  if [ -e "$at" ] && [ "\${at##*-}" -le "$until" ]; then . "$at"; rm "$at"; fi
done
echo "$until" >"$FAKE/ticks"`,
};

/** What a kiosk says of itself. */
export type Told = Readonly<Record<string, string | number>>;

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
  /** Starts the kiosk as it is installed. */
  start(): void;
  isRunning(): boolean;
  /** What became of units and programs, in this order. */
  log(): readonly string[];
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
  for (const [name, text] of Object.entries(FAKES)) {
    writeIn(join(fake, 'bin', name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(fake, 'bin', name), 0o755);
  }
  writeIn(join(fake, 'ticks'), '0');
  writeIn(join(fake, 'log'), '');
  put('opt/counterfoil/counterfoil', 'old');
  put('opt/counterfoil/resources/app.asar', 'old');
  put('usr/share/counterfoil/apparmor/counterfoil', '');
  mkdirSync(path('etc'), { recursive: true });
  mkdirSync(path('run'), { recursive: true });
  if (booted) mkdirSync(path('run/systemd/system'), { recursive: true });
  const environment = {
    PATH: `${join(fake, 'bin')}:/usr/sbin:/usr/bin:/sbin:/bin`,
    DPKG_ROOT: path(''),
    FAKE: fake,
    DROP_IN: path('etc/systemd/system/counterfoil.service.d/zz-previous-version.conf'),
  };
  const sh = (program: string, words: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(program, words, { encoding: 'utf8', env: environment });
  const tells = (program: string, told: Told): void => writeIn(join(fake, `status-${program}`), lines(told));
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
        put(`opt/counterfoil/${file}.dpkg-new`, program);
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
    start: () => void sh(join(fake, 'bin', 'start-kiosk'), []),
    isRunning: () => existsSync(join(fake, 'active')),
    log: () =>
      readFileSync(join(fake, 'log'), 'utf8')
        .split('\n')
        .filter((line) => /^(unit starts|started|stopped)/.test(line)),
    waited: () => Number(readFileSync(join(fake, 'ticks'), 'utf8')),
    powerCut() {
      rmSync(path('run'), { recursive: true });
      rmSync(join(fake, 'active'), { force: true });
      mkdirSync(path('run/systemd/system'), { recursive: true });
    },
  };
}

function writeIn(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
