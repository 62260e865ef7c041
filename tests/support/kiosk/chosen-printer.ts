import { expect, type Page } from '@playwright/test';
import type { AttachedSession } from '../../../build/kiosk/attach.ts';
import { CLERK, SUPERVISOR, waitForStart } from '../../../build/kiosk/clerk.ts';
import { inspection } from '../../../shared/contract/printing/printer.ts';
import { getState, tellCore } from './core-calls.ts';
import type { TestKiosk } from './test-kiosk.ts';

/** Past the keyboard: a supervisor has the kiosk print on the printer at `address`. Throws where it cannot. */
export async function choosePrinter(page: Page, address: string): Promise<void> {
  await tellCore(page, 'signIn', SUPERVISOR);
  const found = inspection.parse(await tellCore(page, 'inspectPrinter', { address }));
  if (found.missing.length > 0) throw new Error(`not usable: ${JSON.stringify(found.missing)}`);
  await tellCore(page, 'choosePrinter', { address: found.address, pin: found.certificate });
}

/** Past the keyboard: a test card is printed, and whoever is signed in has held it. Needed once for each queue. */
export async function confirmTestCard(page: Page): Promise<void> {
  await tellCore(page, 'printTestCard');
  await expect
    .poll(async () => (await getState(page)).status.printer.testCard?.ending?.kind, { timeout: 60_000 })
    .toMatch(/in-tray|doubt/);
  await tellCore(page, 'confirmTestCard');
}

/** The same for receipts and day sheets. The supervisor stays signed in. */
export async function chooseOrdinaryPrinter(page: Page, address: string): Promise<void> {
  await tellCore(page, 'signIn', SUPERVISOR);
  const found = inspection.parse(await tellCore(page, 'inspectOrdinaryPrinter', { address }));
  if (found.missing.length > 0) throw new Error(`not usable: ${JSON.stringify(found.missing)}`);
  await tellCore(page, 'chooseOrdinaryPrinter', { address: found.address, pin: found.certificate });
}

/** A kiosk that prints on the printer at `address`; a clerk is signed in, and the printer is ready. */
export async function signedInWithPrinter(kiosk: TestKiosk, address: string): Promise<AttachedSession> {
  const session = await kiosk.signedIn();
  const { page } = session;
  await choosePrinter(page, address);
  await tellCore(page, 'signIn', CLERK);
  await waitForStart(page);
  await page.locator('[data-printer-condition="ready"]').waitFor();
  return session;
}
