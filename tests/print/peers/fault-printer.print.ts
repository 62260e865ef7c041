import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { type FaultPrinter, startFaultPrinter } from './fault-printer.ts';
import { goodPrinter, ippReply, jobGroup, printerGroup } from './fault-replies.ts';
import { operations } from './ipp-message.ts';
import { ipptoolFor } from './ipptool.test-support.ts';
import { samplePdf } from './sample-document.test-support.ts';

// What the fault printer says is read by CUPS' own client here, so that our encoding is not its own judge.
const folder = mkdtempSync(join(tmpdir(), 'counterfoil-print-'));
const pdf = join(folder, 'card.pdf');
const document = samplePdf(['front', 'back']);
writeFileSync(pdf, document);
let printer: FaultPrinter;
let client: ReturnType<typeof ipptoolFor>;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  printer = await startFaultPrinter();
  client = ipptoolFor(folder, printer.uri);
});
afterEach(() => printer.stop());

const attributes = `{ OPERATION Get-Printer-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
}`;

it('works when nothing else is said', async () => {
  expect(await client.waitForJob(await client.print(pdf, 'application/pdf'))).toEqual({
    id: 1,
    state: 'completed',
    reasons: 'job-completed-successfully',
    impressions: 2,
  });
  const digest = createHash('sha256').update(document).digest('hex');
  expect(printer.documents()).toEqual([{ operation: operations.printJob, bytes: document.length, digest }]);
  expect(printer.requests()[0]?.attributes.get('job-name')).toBe('x1');
});

it('offers a card in every attribute that has one', async () => {
  const output = await client.run(attributes);
  expect(output).toContain('[PASS]');
  expect(client.value(output, 'media-col-database')).toBe(
    '{media-size={x-dimension=5398 y-dimension=8560} media-size-name=om_card_54x86mm}',
  );
  expect(client.value(output, 'printer-resolution-supported')).toBe('300dpi');
});

it('is stopped, and has jobs in any state, when it is told so', async () => {
  printer.onRequest((request) =>
    request.operation === operations.getPrinterAttributes
      ? ippReply([printerGroup({ state: 5, reasons: ['media-jam-error', 'paused'], accepting: false })])
      : ippReply([jobGroup({ id: 7, state: 8, reasons: ['aborted-by-system'], impressions: 1 })]),
  );
  const output = await client.run(attributes);
  expect(client.value(output, 'printer-state')).toBe('stopped');
  expect(client.value(output, 'printer-state-reasons')).toBe('media-jam-error,paused');
  expect(client.value(output, 'printer-is-accepting-jobs')).toBe('false');
  expect(await client.waitForJob(7)).toMatchObject({ state: 'aborted', impressions: 1 });
});

it.each([
  [0x0406, 'client-error-not-found'],
  [0x0503, 'server-error-version-not-supported'],
  [0x0506, 'server-error-not-accepting-jobs'],
  [0x0507, 'server-error-busy'],
])('refuses with the status %i', async (status, words) => {
  printer.onRequest(() => ippReply([], status));
  await expect(client.print(pdf, 'application/pdf')).rejects.toThrow(words);
});

it('refuses below IPP, too', async () => {
  printer.onRequest(() => ({ kind: 'http', status: 503 }));
  expect(await client.run(attributes)).toContain('[FAIL]');
  printer.onRequest(() => ({ kind: 'bytes', bytes: Buffer.from('no printer') }));
  expect(await client.run(attributes)).toContain('[FAIL]');
  printer.onRequest(goodPrinter());
  expect(await client.run(attributes)).toContain('[PASS]');
});
