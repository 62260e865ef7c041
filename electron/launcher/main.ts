import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  environmentOfKeeper,
  type MachineEnvironment,
  machineEnvironment,
} from '../../shared/contract/configuration.ts';
import { kioskUse } from '../../shared/contract/kiosk-use.ts';
import { FRONT_PAGE_SWITCH } from '../../shared/contract/launcher.ts';
import { PROGRAM_VERSION } from '../../shared/program-version.ts';
import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import { problemLine } from '../../shared/start/problem-words.ts';
import { problemNumber, type StartProblem } from '../../shared/start/start-problem.ts';
import { electronArguments, electronOpenings } from '../lib/command-line/electron-arguments.ts';
import { namedDisplay, waitForDisplay } from '../lib/display/display.ts';
import { NO_INPUT_METHOD } from '../lib/display/no-input-method.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { runConfigCommand } from './config-command.ts';
import { takeDisplay } from './display-lock.ts';
import { DOCTOR_WORD, runDoctor } from './doctor-process.ts';
import { help, settingsOpenings } from './environment.ts';
import { handedOn } from './inherited-environment.ts';
import { startKeeper } from './keeper-process.ts';
import type { AskedSettings, Starter } from './load-settings.ts';
import { type Begins, createPreparation } from './preparation.ts';
import { createProvenFront } from './proven-front.ts';
import { runProvision } from './provision-process.ts';
import { type KioskStart, readConfigurationToLook } from './read-configuration.ts';
import { lookForSandbox, SANDBOX_LINES } from './sandbox.ts';
import { serviceEnvironment, tellServiceManager } from './service-manager.ts';
import { PATIENCE, supervise } from './supervise.ts';

/** At boot the display server may come up after us. Longer than that, whoever started us has to know. */
const FIRST_DISPLAY_MILLISECONDS = 10_000;
/** A display server that ended is started again by its own manager, or by a person. */
const DISPLAY_MILLISECONDS = 600_000;

const words = process.argv.slice(2);
const starter: Starter = {
  ...{ home: homeFolder(), platform: process.platform },
  uid: process.getuid?.() ?? null,
};
const asked: AskedSettings = {
  ...{ starter, usualFile: SETTINGS_FILE, evaluation: __EVALUATION__ },
  openings: settingsOpenings.parse(process.env),
};
if (words.length === 1 && words[0] === '--help') {
  process.stdout.write(help());
  process.exit(0);
}
if (words[0] === 'config') {
  const { code, lines } = runConfigCommand(words.slice(1), asked);
  (code === 0 ? process.stdout : process.stderr).write(lines.map((line) => `${line}\n`).join(''));
  process.exit(code);
}
const programs = import.meta.dirname;
const top = join(programs, '..', '..');
if (words[0] === 'provision') process.exit(runProvision(programs, words.slice(1), asked, log));
const start: KioskStart = {
  ...{ words, variables: Object.keys(process.env), asked, runtime: __RUNTIME__ },
  place: { top, programs, node: process.execPath },
};
const given = handedOn(process.env, starter.platform);
if (words[0] === DOCTOR_WORD) {
  const configuration = readConfigurationToLook({ ...start, words: [] });
  const voice = { say: log, print: (text: string) => void process.stdout.write(text) };
  process.exit(runDoctor({ programs, words: words.slice(1), environment: given }, configuration, voice));
}
process.exit(await launch());

/** Keeps a kiosk on the screen, or says why there is none. Answers the exit code. */
async function launch(): Promise<number> {
  const environment = machineEnvironment.and(electronOpenings).parse(process.env);
  const preparation = createPreparation(start, log);
  const sandbox = await lookForSandbox(starter.uid === 0);
  log(SANDBOX_LINES[sandbox]);
  const proven = createProvenFront({
    program: {
      executable: join(top, 'counterfoil-session'),
      words: [`--${FRONT_PAGE_SWITCH}`, ...electronArguments(environment)],
      environment: { ...drawingEnvironment(environment), ...NO_INPUT_METHOD },
    },
    use: kioskUse({ build: __EVALUATION__ ? 'evaluation' : 'release', runtime: __RUNTIME__ }),
    sandbox,
    // The package's scripts remove it once this version has been on its start screen.
    isUntried: existsSync(`${top}.previous`),
  });
  /** Each time: settings that were put right are no way around the sandbox. */
  const prepare = (begins: Begins): StartProblem | null => {
    const problem = preparation.prepare(begins);
    if (problem !== null || proven.refusal === null) return problem;
    log(problemLine(proven.refusal));
    return proven.refusal;
  };
  const refusal = prepare('day');

  const telling = tellServiceManager(serviceEnvironment.parse(process.env), {
    version: PROGRAM_VERSION,
    dataFolder: () => preparation.configuration()?.dataFolder ?? null,
  });

  const display = namedDisplay(environment);
  if (display === null) return endWith(refusal, { kind: 'no-display' });
  // Before any window: a second kiosk must not cover the first one, and no page of it either.
  if (!(await takeDisplay(display.name)))
    return endWith(refusal, { kind: 'display-taken', display: display.name });

  let patience = FIRST_DISPLAY_MILLISECONDS;
  const supervisor = supervise(
    {
      front: proven.front,
      telling,
      startKeeper(events) {
        const configuration = preparation.configuration();
        if (configuration === null) throw new Error('a keeper was started before anything was prepared');
        return startKeeper(
          {
            executable: process.execPath,
            words: [join(programs, 'keeper.mjs')],
            environment: { ...given, ...environmentOfKeeper(configuration) },
          },
          events,
        );
      },
      async display() {
        const isThere = await waitForDisplay(display, patience);
        patience = DISPLAY_MILLISECONDS;
        return isThere ? proven.prove() : { kind: 'silent-display', display: display.name };
      },
      prepare,
      log,
    },
    PATIENCE,
    refusal,
  );
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => supervisor.stop(signal));
  // Started by a program that watches over it: when that ends, so does everything else.
  process.on('disconnect', () => supervisor.stop('SIGTERM'));
  return supervisor.ended;
}

/** Without a screen of its own to say it on: in the log and by the exit code. The first problem counts. */
function endWith(refusal: StartProblem | null, problem: StartProblem): number {
  log(problemLine(problem));
  return problemNumber(refusal ?? problem);
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What a page needs of our environment, by name. */
function drawingEnvironment(environment: MachineEnvironment): MachineEnvironment {
  const { PATH, DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, LANG } = environment;
  return { PATH, DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, LANG };
}

/** An account may have no entry in the system's list, and then no home. */
function homeFolder(): string | null {
  try {
    return homedir();
  } catch (error) {
    if (isFileSystemError(error)) return null;
    throw error;
  }
}
