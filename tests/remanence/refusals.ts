import { expect, type Page } from '@playwright/test';
import { SUPERVISOR } from '../../build/kiosk/clerk.ts';
import { inspection, type PrinterRefusal } from '../../shared/contract/printing/printer.ts';
import { askCore, getState, openApplication, tellCore } from '../support/kiosk/core-calls.ts';
import { PRINTER_MILLISECONDS } from './choose-queue.ts';

/** Why the spool was refused, reason by reason; null: something else was the matter, or nothing. */
export type SpoolReasons = readonly string[] | null;

function reasonsOf(why: PrinterRefusal | undefined): SpoolReasons {
  return why?.kind === 'spool' ? why.reasons.map((reason) => Object.values(reason).join(' ')) : null;
}

/** By itself, whoever is signed in. */
export async function refusedAtStart(page: Page): Promise<SpoolReasons> {
  const condition = async () => (await getState(page)).status.printer.condition;
  await expect
    .poll(async () => (await condition()).kind, { timeout: PRINTER_MILLISECONDS })
    .not.toBe('unknown');
  const now = await condition();
  return reasonsOf(now.kind === 'refused' ? now.why : undefined);
}

/** To the supervisor, who looks at the queue. */
export async function refusedAtInspection(page: Page, address: string): Promise<SpoolReasons> {
  await tellCore(page, 'signIn', SUPERVISOR);
  const { missing } = inspection.parse(await tellCore(page, 'inspectPrinter', { address }));
  return reasonsOf(missing.find(({ kind }) => kind === 'spool'));
}

/** To the supervisor, who chooses it all the same. */
export async function refusedAtChoice(page: Page, address: string): Promise<SpoolReasons> {
  await tellCore(page, 'signIn', SUPERVISOR);
  const answer = await askCore(page, 'choosePrinter', { address, pin: null });
  return reasonsOf(!answer.ok && answer.error.kind === 'printer-refused' ? answer.error.why : undefined);
}

/** When somebody's card is to be printed: waits until it is refused, or until it is too late. */
export async function refusedAtPrint(page: Page): Promise<SpoolReasons> {
  const isDecided = async (): Promise<boolean> => {
    const { printEnding, printStage } = await openApplication(page);
    return printEnding !== null || (printStage !== null && printStage !== 'waiting');
  };
  await expect.poll(isDecided, { timeout: PRINTER_MILLISECONDS }).toBe(true);
  const { printEnding } = await openApplication(page);
  return reasonsOf(printEnding?.kind === 'no-card' ? printEnding.why : undefined);
}
