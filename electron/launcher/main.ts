import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { environmentOfKeeper, type MachineEnvironment } from '../../shared/contract/configuration.ts';
import { kioskUse } from '../../shared/contract/kiosk-use.ts';
import { FRONT_PAGE_SWITCH } from '../../shared/contract/launcher.ts';
import { PROGRAM_VERSION } from '../../shared/program-version.ts';
import { problemLine } from '../../shared/start/problem-words.ts';
import { problemNumber, type StartProblem } from '../../shared/start/start-problem.ts';
import { electronArguments, electronOpenings } from '../lib/command-line/electron-arguments.ts';
import { namedDisplay, waitForDisplay } from '../lib/display/display.ts';
import { NO_INPUT_METHOD } from '../lib/display/no-input-method.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { composeConfiguration } from './compose-configuration.ts';
import { takeDisplay } from './display-lock.ts';
import { startKeeper } from './keeper-process.ts';
import { createProvenFront } from './proven-front.ts';
import { lookForSandbox, SANDBOX_LINES } from './sandbox.ts';
import { serviceEnvironment, tellServiceManager } from './service-manager.ts';
import { help, launcherEnvironment } from './settings.ts';
import { PATIENCE, supervise } from './supervise.ts';

/** At boot the display server may come up after us. Longer than that, whoever started us has to know. */
const FIRST_DISPLAY_MILLISECONDS = 10_000;
/** A display server that ended is started again by its own manager, or by a person. */
const DISPLAY_MILLISECONDS = 600_000;

const words = process.argv.slice(2);
if (words.length === 1 && words[0] === '--help') {
  process.stdout.write(help());
  process.exit(0);
}
process.exit(await launch());

/** Keeps a kiosk on the screen, or says why there is none. Answers the exit code. */
async function launch(): Promise<number> {
  const programs = import.meta.dirname;
  const top = join(programs, '..', '..');
  const root = process.getuid?.() === 0;
  const environment = launcherEnvironment.and(electronOpenings).parse(process.env);
  const composed = composeConfiguration(
    environment,
    Object.keys(process.env),
    { top, programs, node: process.execPath },
    { root, home: homeFolder(), platform: process.platform },
    { evaluation: __EVALUATION__, runtime: __RUNTIME__ },
  );
  const sandbox = await lookForSandbox(root);
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
  // Arguments stand in /proc for every user to read, so the kiosk has none that anything could be put into.
  const refusal: StartProblem | null =
    words.length > 0 ? { kind: 'arguments' } : composed.ok ? proven.refusal : composed.error;
  if (refusal !== null) log(problemLine(refusal));

  const service = serviceEnvironment.parse(process.env);
  // What systemd says to this process is not for those that it starts.
  for (const name of Object.keys(serviceEnvironment.shape)) delete process.env[name];
  const telling = tellServiceManager(service, {
    version: PROGRAM_VERSION,
    dataFolder: composed.ok ? composed.value.dataFolder : null,
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
      startKeeper: (events) =>
        startKeeper(
          {
            executable: process.execPath,
            words: [join(programs, 'keeper.mjs')],
            environment: {
              ...process.env,
              // Nobody presses a key on the page of a refusal: with one, no keeper is started.
              ...(composed.ok ? environmentOfKeeper(composed.value) : {}),
            },
          },
          events,
        ),
      async display() {
        const isThere = await waitForDisplay(display, patience);
        patience = DISPLAY_MILLISECONDS;
        return isThere ? proven.prove() : { kind: 'silent-display', display: display.name };
      },
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
