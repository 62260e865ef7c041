import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { CLERK, SUPERVISOR, waitForStart } from '../../build/kiosk/clerk.ts';
import { inspection } from '../../shared/contract/printing/printer.ts';
import { confirmTestCard } from '../support/kiosk/chosen-printer.ts';
import { getState, tellCore } from '../support/kiosk/core-calls.ts';
import { VoidRun } from './void-run.ts';

/** A keeper's own worker has to start, ask and report. */
export const PRINTER_MILLISECONDS = 30_000;

/** The supervisor chooses this queue, past the keyboard; afterwards the clerk is signed in, at the start screen. */
export async function chooseQueue(page: Page, address: string): Promise<void> {
  await tellCore(page, 'signIn', SUPERVISOR);
  const found = inspection.parse(await tellCore(page, 'inspectPrinter', { address }));
  if (found.missing.length > 0)
    throw new VoidRun(`a good queue is refused: ${JSON.stringify(found.missing)}`);
  await tellCore(page, 'choosePrinter', { address: found.address, pin: found.certificate });
  await expect
    .poll(async () => (await getState(page)).status.printer.condition, { timeout: PRINTER_MILLISECONDS })
    .toEqual({ kind: 'ready' });
  await confirmTestCard(page);
  await tellCore(page, 'signIn', CLERK);
  await waitForStart(page);
}
