import { Agent } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChaosProxy, startChaosProxy } from './chaos-proxy.ts';
import { type FaultPrinter, startFaultPrinter } from './fault-printer.ts';
import { goodPrinter } from './fault-replies.ts';
import { operations } from './ipp-message.ts';
import { rawRequest, sendRaw } from './raw-ipp.test-support.ts';

const { createJob, sendDocument, getJobs } = operations;
const document = Buffer.alloc(300_000, 'card ');
let printer: FaultPrinter;
let proxy: ChaosProxy;
let agent: Agent;

beforeEach(async () => {
  printer = await startFaultPrinter();
  proxy = await startChaosProxy(printer);
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(async () => {
  agent.destroy();
  await proxy.stop();
  await printer.stop();
});

const send = (operation: number, body?: Buffer, chunked = false): Promise<number> =>
  sendRaw(proxy.port, rawRequest(operation, body), { agent, chunked });

describe('a chaos proxy', () => {
  it.each([true, false])(
    'passes one request after another on one connection (chunked: %s)',
    async (chunked) => {
      expect(await send(createJob, undefined, chunked)).toBe(0);
      expect(await send(sendDocument, document, chunked)).toBe(0);
      expect(await send(getJobs, undefined, chunked)).toBe(0);
      expect(proxy.operations()).toEqual([createJob, sendDocument, getJobs]);
      expect(printer.documents()).toMatchObject([{ operation: sendDocument, bytes: document.length }]);
    },
  );

  it.each([true, false])(
    'cuts the upload at one operation and nothing else (chunked: %s)',
    async (chunked) => {
      proxy.onOperation(sendDocument, { kind: 'cut-request', afterBytes: 100_000 });
      expect(await send(createJob)).toBe(0);
      await expect(send(sendDocument, document, chunked)).rejects.toThrow();
      expect(printer.documents()).toEqual([]);
      // Once: the next one passes.
      expect(await send(sendDocument, document, chunked)).toBe(0);
      expect(printer.documents()).toHaveLength(1);
    },
  );

  it.each(['cut-response', 'half-response'] as const)(
    'delivers a document and breaks its answer: %s',
    async (kind) => {
      proxy.onOperation(sendDocument, { kind });
      await expect(send(sendDocument, document)).rejects.toThrow();
      expect(printer.documents()).toHaveLength(1);
      expect(await send(getJobs)).toBe(0);
    },
  );

  it('delivers a document and never answers', async () => {
    proxy.onOperation(sendDocument, { kind: 'blackhole' });
    let answered = false;
    const answer = send(sendDocument, document).finally(() => {
      answered = true;
    });
    await expect.poll(() => printer.documents(), { timeout: 60_000 }).toHaveLength(1);
    // A whole other request goes there and back meanwhile.
    expect(await sendRaw(proxy.port, rawRequest(getJobs))).toBe(0);
    expect(answered).toBe(false);
    agent.destroy();
    await expect(answer).rejects.toThrow();
  });

  it.each([
    ['hold-request', 0],
    ['hold-response', 1],
  ] as const)('holds until it is released: %s', async (kind, documents) => {
    proxy.onOperation(sendDocument, { kind });
    const answer = send(sendDocument, document);
    await proxy.waitForOperation(sendDocument);
    await expect.poll(() => printer.documents(), { timeout: 60_000 }).toHaveLength(documents);
    expect(await sendRaw(proxy.port, rawRequest(getJobs))).toBe(0);
    expect(printer.documents()).toHaveLength(documents);
    proxy.release();
    expect(await answer).toBe(0);
    expect(printer.documents()).toHaveLength(1);
  });

  it('strikes the request that is asked for, and all of them when it is told so', async () => {
    proxy.onOperation(getJobs, { kind: 'cut-response' }, 2);
    expect(await send(getJobs)).toBe(0);
    await expect(send(getJobs)).rejects.toThrow();
    expect(await send(getJobs)).toBe(0);
    proxy.setMode({ kind: 'cut-response' });
    await expect(send(getJobs)).rejects.toThrow();
    await expect(send(createJob)).rejects.toThrow();
    proxy.setMode({ kind: 'pass' });
    expect(await send(createJob)).toBe(0);
  });

  it('refuses connections until it accepts them again', async () => {
    expect(await send(getJobs)).toBe(0);
    await proxy.refuse();
    await expect(sendRaw(proxy.port, rawRequest(getJobs))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.accept();
    expect(await sendRaw(proxy.port, rawRequest(getJobs))).toBe(0);
  });
});

describe('a fault printer', () => {
  const direct = (operation: number, body?: Buffer) => sendRaw(printer.port, rawRequest(operation, body));

  it('may break the connection, whatever arrived', async () => {
    printer.onRequest(() => ({ kind: 'reset' }));
    await expect(direct(sendDocument, document)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(printer.documents()).toHaveLength(1);
    printer.onRequest(goodPrinter());
    expect(await direct(getJobs)).toBe(0);
  });

  it('may keep silent, and pour without an end', async () => {
    printer.onRequest(({ operation }) => ({ kind: operation === getJobs ? 'silence' : 'endless' }));
    const silent = new Agent();
    const unanswered = sendRaw(printer.port, rawRequest(getJobs), { agent: silent });
    await expect.poll(() => printer.requests(), { timeout: 60_000 }).toHaveLength(1);
    silent.destroy();
    await expect(unanswered).rejects.toThrow();

    const response = await fetch(`http://127.0.0.1:${printer.port}/`, {
      method: 'POST',
      body: new Uint8Array(rawRequest(createJob)),
    });
    const reader = response.body?.getReader();
    let received = 0;
    while (reader !== undefined && received < 5_000_000) received += (await reader.read()).value?.length ?? 0;
    await reader?.cancel();
    expect(received).toBeGreaterThanOrEqual(5_000_000);
  });
});
