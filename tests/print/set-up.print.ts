import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../electron/keeper/ledger/entries.test-support.ts';
import { reprint } from '../../electron/keeper/start/keeper.test-support.ts';
import type { PrinterRefusal } from '../../shared/contract/printing/printer.ts';
import { startCountingServer } from '../support/kiosk/counting-server.ts';
import { asClerk, type Counter, ending, openCounter, printCard } from './counter.ts';
import { freePort } from './peers/free-port.ts';
import { operations } from './peers/ipp-message.ts';
import { steadyWorker } from './queued.ts';
import { sample } from './sample.ts';
import { cardPrinter, faultPrinter } from './stage.ts';

// What supervisors and IT staff do with a printer before anybody's card is printed on it.

/** Printers are slow at times, and a busy machine is: a test that waits for no limit takes the product's own. */
const steady = { workerPath: steadyWorker };

const refusedBecause = (why: PrinterRefusal) => ({
  ok: false,
  error: { kind: 'printer-refused', why },
});
const notAllowed = { ok: false, error: { kind: 'not-allowed' } };

/** Looks at an address and chooses what is there, as the page does after its fingerprint was compared. */
async function choose({ page }: Counter, address: string): Promise<void> {
  const { address: found, certificate: pin } = await page.does('inspectPrinter', { address });
  await page.does('choosePrinter', { address: found, pin });
}

describe('an address', () => {
  it('where nothing is, something else is, or that is none, is refused in its own words', async () => {
    const counter = await openCounter(steady);
    const inspect = (address: string) => counter.page.call('inspectPrinter', { address });
    const web = await startCountingServer();
    try {
      const port = await freePort();
      expect(await inspect(`127.0.0.1:${port}`)).toEqual(refusedBecause({ kind: 'unreachable' }));
      expect(await inspect(`http://${web.address}/`)).toEqual(refusedBecause({ kind: 'not-a-printer' }));
      // The positive control: it was asked.
      expect(web.connections()).toBe(1);
    } finally {
      await web.stop();
    }
    expect(await inspect('ipp://cards.example/ipp/print')).toEqual(refusedBecause({ kind: 'host-name' }));
    expect(await inspect('lpd://127.0.0.1/queue')).toEqual(refusedBecause({ kind: 'not-an-address' }));
    expect((await counter.page.status()).printer.driver).toBe('virtual');
  });

  it.each(
    sample(
      [
        ['never answers', { kind: 'silence' }, 'too-slow'],
        ['answers without end', { kind: 'endless' }, 'not-a-printer'],
        ['answers nonsense', { kind: 'bytes', bytes: Buffer.from('no printer') }, 'not-a-printer'],
        ['wants a password', { kind: 'http', status: 401 }, 'wants-password'],
        ['wants encryption', { kind: 'http', status: 426 }, 'wants-encryption'],
        ['has moved for good', { kind: 'http', status: 301 }, 'moved'],
        ['has moved for now', { kind: 'http', status: 307 }, 'moved'],
        ['has nothing there', { kind: 'http', status: 404 }, 'not-a-printer'],
      ] as const,
      // One answer that none of ours understands; the others are in electron/lib/ipp as well.
      2,
      8,
    ),
  )('that %s is given up on', async (_what, reply, kind) => {
    const printer = await faultPrinter();
    printer.onRequest(() => reply);
    const { page } = await openCounter();
    expect(await page.call('inspectPrinter', { address: printer.uri })).toEqual(refusedBecause({ kind }));
    expect(await page.call('choosePrinter', { address: printer.uri, pin: null })).toEqual(
      refusedBecause({ kind }),
    );
  });
});

describe('a printer', () => {
  it.each(sample(['no-card-size', 'no-duplex'] as const, 1))(
    'with %s is shown as it is, and cannot be chosen',
    async (kind) => {
      const printer = await cardPrinter({ attributes: kind });
      const { page } = await openCounter(steady);
      const found = await page.does('inspectPrinter', { address: printer.uri });
      expect(found.missing).toEqual([{ kind }]);
      expect(await page.call('choosePrinter', { address: found.address, pin: null })).toEqual(
        refusedBecause({ kind }),
      );
      expect((await page.status()).printer.driver).toBe('virtual');
    },
  );

  it.each(sample(['card', 'pwg-only'] as const, 1))(
    'that takes dots (%s) gets them, and prints one card with both faces',
    async (attributes) => {
      const printer = await cardPrinter({ attributes, keepDocument: true });
      const counter = await openCounter(steady);
      await choose(counter, printer.uri);
      await asClerk(counter);
      await printCard(counter);
      expect(await ending(counter)).toEqual({ kind: 'in-tray' });
      expect(printer.lastDocument()?.subarray(0, 4).toString()).toBe('RaS2');
      expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
    },
  );

  it('is chosen by supervisors and IT staff, not by clerks, and the ledger says by whom', async () => {
    const printer = await cardPrinter();
    const counter = await openCounter(steady);
    const { keeper, page } = counter;
    const given = {
      name: 'Barnaby Quicksilver',
      role: 'it',
      passphrase: 'marble ticket harvest violin',
    } as const;
    await page.does('addMember', given);
    await asClerk(counter);
    expect(await page.call('inspectPrinter', { address: printer.uri })).toEqual(notAllowed);
    expect(await page.call('choosePrinter', { address: printer.uri, pin: null })).toEqual(notAllowed);
    expect(await page.call('chooseBuiltInPrinter', {})).toEqual(notAllowed);
    expect(await page.call('printTestCard', {})).toEqual(notAllowed);
    expect(await page.call('identifyPrinter', {})).toEqual(notAllowed);
    expect(entriesOf(keeper).map(({ kind }) => kind)).not.toContain('printer-chosen');

    await page.does('signIn', { name: given.name, passphrase: given.passphrase });
    await page.does('changePassphrase', { present: given.passphrase, next: 'walnut harpoon tundra fiddle' });
    await choose(counter, printer.uri);
    await page.does('identifyPrinter', {});
    expect(await page.status()).toMatchObject({ printer: { driver: 'ipp', address: printer.uri } });
    const by = keeper.services.staff.members().find(({ name }) => name === given.name)?.member;
    expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'printer-chosen', by, driver: 'ipp' });
    await page.does('chooseBuiltInPrinter', {});
    expect(await page.status()).toMatchObject({
      printer: { driver: 'virtual', condition: { kind: 'unknown' } },
    });
    expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'printer-chosen', by, driver: 'virtual' });
    expect(await page.call('identifyPrinter', {})).toMatchObject({ error: { kind: 'not-now' } });
    expect(printer.cards()).toEqual([]);
  });

  it('prints a test card of nobody, and says how far it is; two at once it does not', async () => {
    const printer = await cardPrinter();
    const counter = await openCounter(steady);
    await choose(counter, printer.uri);
    const testCard = async () => (await counter.page.status()).printer.testCard;
    expect(await testCard()).toBeNull();
    printer.setMode('cover-open');
    await counter.page.does('printTestCard', {});
    await printer.waitForHold();
    await expect.poll(testCard, { timeout: 60_000 }).toEqual({
      stage: 'front',
      troubles: ['cover-open'],
      ending: null,
    });
    expect(await counter.page.call('printTestCard', {})).toMatchObject({ error: { kind: 'printer-in-use' } });
    printer.setMode('ok');
    await expect
      .poll(testCard, { timeout: 60_000 })
      .toEqual({ stage: 'in-tray', troubles: [], ending: { kind: 'in-tray' } });
    expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
  });
});

describe('a printer with a certificate', () => {
  it('is used only by the one that was compared, and not at all once it shows another', async () => {
    const printer = await cardPrinter({ tls: true });
    const counter = await openCounter(steady);
    const { page } = counter;
    const { address, certificate } = await page.does('inspectPrinter', { address: printer.uri });
    expect(certificate).toBe((await printer.fingerprint()).replaceAll(':', '').toLowerCase());
    const changed = refusedBecause({ kind: 'certificate-changed' });
    expect(await page.call('choosePrinter', { address, pin: 'ab'.repeat(32) })).toEqual(changed);
    expect(await page.call('choosePrinter', { address, pin: null })).toEqual(changed);
    await page.does('choosePrinter', { address, pin: certificate });
    await asClerk(counter);
    await printCard(counter);
    expect(await ending(counter)).toEqual({ kind: 'in-tray' });
    // The positive control: its log speaks of new jobs.
    expect(printer.said()).toContain('Create-Job');
    await page.does('spoil', { reason: 'smudged' });
    await printer.restart({ newCertificate: true });
    const before = printer.spoolFiles();
    await reprint(page);
    expect(await ending(counter)).toEqual({ kind: 'no-card', why: { kind: 'certificate-changed' } });
    expect(printer.spoolFiles()).toEqual(before);
    expect(printer.said()).not.toContain('Create-Job');
    expect(printer.cards()).toHaveLength(1);
  });
});

it('a print that is sent nowhere: the address was asked what it is, and no more', async () => {
  const printer = await faultPrinter();
  const counter = await openCounter(steady);
  await counter.page.does('inspectPrinter', { address: printer.uri });
  const asked = new Set(printer.requests().map(({ operation }) => operation));
  expect([...asked]).toEqual([operations.getPrinterAttributes]);
});
