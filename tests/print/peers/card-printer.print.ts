import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identify, stillRunning } from '../../support/memory/process-tree.ts';
import { type Bus, startBus } from './bus.ts';
import {
  type CardPrinter,
  type CardPrinterMode,
  type CardPrinterOptions,
  startCardPrinter,
} from './card-printer.ts';
import { ipptoolFor } from './ipptool.test-support.ts';
import { samplePdf, sampleRaster } from './sample-document.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterfoil-print-'));
const pdf = join(folder, 'card.pdf');
const document = samplePdf(['front', 'back']);
writeFileSync(pdf, document);

let bus: Bus;
let printer: CardPrinter;
let client: ReturnType<typeof ipptoolFor>;
let count = 0;

beforeAll(async () => {
  bus = await startBus(join(folder, 'bus'));
});
afterAll(async () => {
  await bus.stop();
  rmSync(folder, { recursive: true, force: true });
});
const start = async (options: Partial<CardPrinterOptions> = {}): Promise<void> => {
  count += 1;
  printer = await startCardPrinter({
    folder: join(folder, String(count)),
    bus,
    keepDocument: true,
    ...options,
  });
  client = ipptoolFor(folder, printer.uri);
};
beforeEach(() => start());
afterEach(() => printer.stop());

const kinds = (): readonly string[] => printer.cards().map(({ kind }) => kind);
const send = (): Promise<number> => client.print(pdf, 'application/pdf');

describe('a card printer', () => {
  it('drops one card with two faces for a document with two pages', async () => {
    expect(printer.cards()).toEqual([]);
    expect(await client.waitForJob(await send())).toMatchObject({
      state: 'completed',
      reasons: 'job-completed-successfully',
      impressions: 2,
    });
    const digest = createHash('sha256').update(document).digest('hex');
    expect(printer.cards()).toEqual([{ kind: 'card', job: 1, faces: 2, pages: 2, digest }]);
    expect(printer.lastDocument()).toEqual(document);
    expect(printer.spoolFiles()).toContain('1-x1.pdf');
  });

  it('drops two cards when it is asked for one side each', async () => {
    await client.waitForJob(await client.print(pdf, 'application/pdf', 'one-sided'));
    expect(printer.cards().map(({ faces }) => faces)).toEqual([1, 1]);
  });

  it.each([
    ['cover-open', 'cover-open-warning'],
    ['media-empty', 'media-empty-warning'],
    ['media-jam', 'media-jam-warning'],
    ['ribbon-empty', 'marker-supply-empty-warning'],
  ] satisfies [CardPrinterMode, string][])('waits while it is in the mode %s', async (mode, reason) => {
    printer.setMode(mode);
    const id = await send();
    expect(await printer.waitForHold()).toEqual({ mode, moment: 'before', job: id });
    await expect.poll(client.printerReasons, { timeout: 60_000 }).toBe(reason);
    expect(printer.cards()).toEqual([]);
    printer.setMode('ok');
    expect(await client.waitForJob(id)).toMatchObject({ state: 'completed', impressions: 2 });
    expect(kinds()).toEqual(['card']);
    expect(await client.printerReasons()).toBe('none');
  });

  it.each([
    ['slow', 'before'],
    ['slow-half', 'between'],
  ] satisfies [CardPrinterMode, string][])(
    'stands still in the mode %s, %s, until it is let go',
    async (mode, moment) => {
      printer.setMode(mode);
      const id = await send();
      expect(await printer.waitForHold()).toEqual({ mode, moment, job: id });
      expect(printer.cards()).toEqual([]);
      printer.setMode('ok');
      await client.waitForJob(id);
      expect(kinds()).toEqual(['card']);
    },
  );

  it('goes from one fault to the next', async () => {
    printer.setMode('media-jam');
    const id = await send();
    await printer.waitForHold();
    printer.setMode('fail-mid-job');
    expect(await client.waitForJob(id)).toMatchObject({ state: 'aborted' });
    expect(kinds()).toEqual(['half']);
  });

  it('fails before a card, and with half a card', async () => {
    printer.setMode('fail-before');
    expect(await client.waitForJob(await send())).toMatchObject({ state: 'aborted', impressions: 0 });
    expect(kinds()).toEqual([]);
    printer.setMode('fail-mid-job');
    expect(await client.waitForJob(await send())).toMatchObject({ state: 'aborted', impressions: 1 });
    expect(kinds()).toEqual(['half']);
  });

  it.each([
    ['die', 'half'],
    ['die-after', 'card'],
  ] satisfies [CardPrinterMode, string][])(
    'dies in the mode %s with a %s card, and starts again on its port',
    async (mode, kind) => {
      printer.setMode(mode);
      await send();
      await printer.waitForEnd();
      expect(kinds()).toEqual([kind]);
      printer.setMode('ok');
      await printer.restart();
      expect(await client.waitForJob(await send())).toMatchObject({ id: 1, state: 'completed' });
      expect(kinds()).toEqual([kind, 'card']);
    },
  );

  it('takes no second job meanwhile', async () => {
    printer.setMode('slow');
    await send();
    await expect(send()).rejects.toThrow('server-error-busy');
  });

  it('ends with its mechanics', async () => {
    printer.setMode('slow');
    await send();
    await printer.waitForHold();
    const itself = identify([printer.pid()]);
    expect(itself).toHaveLength(1);
    await printer.kill();
    expect(stillRunning(itself)).toEqual([]);
    printer.setMode('ok');
    expect(printer.cards()).toEqual([]);
  });

  it('prints under TLS', async () => {
    await printer.stop();
    await start({ tls: true });
    expect(printer.uri).toMatch(/^ipps:/);
    await client.waitForJob(await send());
    expect(kinds()).toEqual(['card']);
  });

  it('shows one certificate until it is given another', async () => {
    const first = await printer.fingerprint();
    await printer.restart();
    expect(await printer.fingerprint()).toBe(first);
    await printer.restart({ newCertificate: true });
    expect(await printer.fingerprint()).not.toBe(first);
  });
});

describe('what a card printer offers', () => {
  const attributes = async (): Promise<readonly string[]> => {
    const output = await client.run(`{ OPERATION Get-Printer-Attributes
      GROUP operation-attributes-tag
      ATTR charset attributes-charset utf-8
      ATTR naturalLanguage attributes-natural-language en
      ATTR uri printer-uri $uri
    }`);
    expect(output).toContain('[PASS]');
    return [
      'media-supported',
      'sides-supported',
      'document-format-supported',
      'pwg-raster-document-resolution-supported',
    ].map((name) => client.value(output, name));
  };

  it('is cards on both sides, as PDF or raster', async () => {
    const [media, sides, formats] = await attributes();
    expect(media).toBe('om_card_54x86mm');
    expect(sides).toContain('two-sided-long-edge');
    expect(formats).toContain('application/pdf');
    expect(formats).toContain('image/pwg-raster');
  });

  it('may lack the size, the back, dots fine enough, or PDF', async () => {
    const change = async (attributes: 'no-card-size' | 'no-duplex' | 'coarse-dots' | 'pwg-only') => {
      await printer.stop();
      await start({ attributes });
    };
    await change('no-card-size');
    expect((await attributes())[0]).toBe('iso_a4_210x297mm');
    await change('no-duplex');
    expect((await attributes())[1]).toBe('one-sided');
    await change('coarse-dots');
    expect((await attributes())[3]).toBe('72dpi');
    await change('pwg-only');
    const [media, sides, formats] = await attributes();
    expect(media).toBe('om_card_54x86mm');
    expect(sides).toContain('two-sided-long-edge');
    expect(formats).toContain('image/pwg-raster');
    expect(formats).not.toContain('application/pdf');
  });

  it('counts the faces of a raster too', async () => {
    const raster = join(folder, 'card.pwg');
    writeFileSync(raster, sampleRaster(2));
    expect(await client.waitForJob(await client.print(raster, 'image/pwg-raster'))).toMatchObject({
      state: 'completed',
      impressions: 2,
    });
    expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
  });
});
