import { parseArgs } from 'node:util';
import { isManagerRefused, runClipboardManager } from '../tests/remanence/clipboard-manager.ts';
import { isRefused, runDiskSpool } from '../tests/remanence/disk-spool.ts';
import type { RemanencePrinter } from '../tests/remanence/enrollment.ts';
import { runRemanence, type Sabotage } from '../tests/remanence/run.ts';
import { VoidRun } from '../tests/remanence/void-run.ts';
import { makeReady, type ReadyKiosk } from './kiosk/make-ready.ts';
import { reachAdministratorPrograms } from './machine/command.ts';

/**
 * `npm run remanence -- --enrollments 20 [--printer cups] [--name-search] [--applicants] [--sabotage skip-wipe|skip-session-end|keep-selections|keep-journal]`,
 * or `--printer cups --sabotage disk-spool`: then the kiosk has to refuse its queue; or `--sabotage clipboard-manager`:
 * then a real one runs beside it, and the kiosk has to refuse to go live and to take anybody in. The last line is JSON.
 */
const { values } = parseArgs({
  options: {
    enrollments: { type: 'string', default: '3' },
    printer: { type: 'string', default: 'virtual' },
    sabotage: { type: 'string' },
    'name-search': { type: 'boolean', default: false },
    applicants: { type: 'boolean', default: false },
  },
});

function printerOf(word: string): RemanencePrinter {
  if (word === 'virtual' || word === 'cups') return word;
  throw new Error(`no such printer: ${word}`);
}

const SABOTAGES = [
  'skip-wipe',
  'skip-session-end',
  'keep-selections',
  'keep-journal',
  'disk-spool',
  'clipboard-manager',
] as const satisfies readonly (Sabotage | 'disk-spool' | 'clipboard-manager')[];

function sabotageOf(word: string | undefined): (typeof SABOTAGES)[number] | null {
  if (word === undefined) return null;
  const known = SABOTAGES.find((sabotage) => sabotage === word);
  if (known !== undefined) return known;
  throw new Error(`no such sabotage: ${word}`);
}

async function search(
  ready: ReadyKiosk,
  options: {
    readonly enrollments: number;
    readonly sabotage: Sabotage | null;
    readonly printer: RemanencePrinter;
    readonly nameSearch: boolean;
    readonly applicants: boolean;
  },
): Promise<number> {
  const { where, ...figures } = await runRemanence(ready, options);
  for (const place of where) process.stdout.write(`FOUND ${place}\n`);
  saySkipped(figures.skipped ?? figures.spool?.skipped);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return figures.hits === 0 && figures.control > 0 ? 0 : 1;
}

async function refuseClipboardManager(ready: ReadyKiosk): Promise<number> {
  const result = await runClipboardManager(ready);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return isManagerRefused(result) ? 0 : 1;
}

async function refuseDiskSpool(ready: ReadyKiosk): Promise<number> {
  const result = await runDiskSpool(ready);
  const { where, ...figures } = result;
  for (const [moment, reasons] of Object.entries(result.refused))
    process.stdout.write(
      reasons === null ? `NOT REFUSED at ${moment}\n` : `REFUSED at ${moment}: ${reasons.join('; ')}\n`,
    );
  for (const place of where) process.stdout.write(`FOUND ${place}\n`);
  saySkipped(figures.skipped);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return isRefused(result) ? 0 : 1;
}

function saySkipped(why: string | undefined): void {
  if (why !== undefined) process.stdout.write(`SKIPPED raw blocks: nothing can be mounted here (${why})\n`);
}

const printer = printerOf(values.printer);
const sabotage = sabotageOf(values.sabotage);
const enrollments = Number(values.enrollments);
if (!Number.isInteger(enrollments) || enrollments < 1) throw new Error('--enrollments is a number from 1');
if (sabotage === 'disk-spool' && printer !== 'cups')
  throw new Error('--sabotage disk-spool needs --printer cups');
reachAdministratorPrograms();
const forQueue = printer === 'cups' ? (['print'] as const) : [];
const ready = await makeReady(['gui', 'display', 'keyboard', 'selections', 'crash', ...forQueue], {
  ownDisplay: true,
});
try {
  if (sabotage === 'disk-spool') process.exitCode = await refuseDiskSpool(ready);
  else if (sabotage === 'clipboard-manager') process.exitCode = await refuseClipboardManager(ready);
  else
    process.exitCode = await search(ready, {
      enrollments,
      sabotage,
      printer,
      nameSearch: values['name-search'],
      applicants: values.applicants,
    });
} catch (error) {
  if (!(error instanceof VoidRun)) throw error;
  process.stdout.write(`VOID ${error.message}\n`);
  process.exitCode = 2;
} finally {
  await ready.display.stop();
}
