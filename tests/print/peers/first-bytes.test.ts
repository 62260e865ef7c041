import { once } from 'node:events';
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { startFaultPrinter } from './fault-printer.ts';
import { operations } from './ipp-message.ts';
import { machineTime } from './machine-time.ts';
import { rawRequest, sendRaw } from './raw-ipp.test-support.ts';

it('a fault printer tells when the first byte of a document came, not of its message', async () => {
  const printer = await startFaultPrinter();
  try {
    const message = rawRequest(operations.sendDocument);
    const document = Buffer.from('%PDF, all but its words');
    const outgoing = request({
      port: printer.port,
      host: '127.0.0.1',
      method: 'POST',
      headers: { 'content-length': message.length + document.length },
    });
    await new Promise<void>((resolve) => {
      outgoing.write(message, () => resolve());
    });
    // What came after it is answered: so it has been read, alone.
    await sendRaw(printer.port, rawRequest(operations.getPrinterAttributes));
    const before = machineTime();
    outgoing.write(document.subarray(0, 1));
    await new Promise<void>((resolve) => {
      outgoing.end(document.subarray(1), () => resolve());
    });
    await once(outgoing, 'response');
    expect(printer.documents()).toMatchObject([{ bytes: document.length }]);
    const [at = 0] = printer.firstBytes();
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(machineTime());
  } finally {
    await printer.stop();
  }
});
