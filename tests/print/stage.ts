import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PrintServer } from '../../shared/contract/configuration.ts';
import { type Bus, startBus } from './peers/bus.ts';
import { type CardPrinter, type CardPrinterOptions, startCardPrinter } from './peers/card-printer.ts';
import { type ChaosProxy, startChaosProxy } from './peers/chaos-proxy.ts';
import { type Cups, type CupsOptions, type Queue, type QueueOptions, startCups } from './peers/cups.ts';
import { type FaultPrinter, startFaultPrinter } from './peers/fault-printer.ts';
import {
  type StreamingPrinter,
  type StreamingPrinterOptions,
  startStreamingPrinter,
} from './peers/streaming-printer.ts';

/** A folder of the test's own, short enough for the path of a socket. */
export function peerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}

let bus: Promise<Bus> | null = null;

/** One bus for the tests of a file; it ends with the process at the latest. */
function sharedBus(): Promise<Bus> {
  bus ??= startBus(mkdtempSync(join(tmpdir(), 'cb-')));
  return bus;
}

/** A card printer for this test. */
export async function cardPrinter(
  options: Partial<Omit<CardPrinterOptions, 'bus'>> = {},
): Promise<CardPrinter> {
  const printer = await startCardPrinter({ folder: peerFolder(), bus: await sharedBus(), ...options });
  onTestFinished(() => printer.stop());
  return printer;
}

/** A printer for this test that answers what it is told to. */
export async function faultPrinter(): Promise<FaultPrinter> {
  const printer = await startFaultPrinter();
  onTestFinished(() => printer.stop());
  return printer;
}

/** A printer for this test that prints while it reads. */
export async function streamingPrinter(
  options: Omit<StreamingPrinterOptions, 'folder'> = {},
): Promise<StreamingPrinter> {
  const printer = await startStreamingPrinter({ folder: peerFolder(), ...options });
  onTestFinished(() => printer.stop());
  return printer;
}

/** A line to a printer that this test can break, and the printer's address at its other end. */
export async function lineTo(printer: {
  readonly port: number;
}): Promise<{ readonly line: ChaosProxy; readonly uri: string }> {
  const line = await startChaosProxy(printer);
  onTestFinished(() => line.stop());
  return { line, uri: `ipp://localhost:${line.port}/ipp/print` };
}

/** A print server for this test. */
export async function printServer(options: Partial<CupsOptions> = {}): Promise<Cups> {
  const cups = await startCups({ folder: peerFolder(), ...options });
  onTestFinished(() => cups.stop());
  return cups;
}

/** A queue of a print server, and how a kiosk is told of that server. */
export async function queueFor(
  cups: Cups,
  deviceUri: string,
  options: QueueOptions = { driver: 'everywhere', errorPolicy: 'abort-job' },
): Promise<Queue> {
  return cups.addQueue('card', deviceUri, options);
}

/** What the keeper is told of the print server of its machine. */
export function serverOf(cups: Cups): PrintServer {
  return { port: cups.port, socket: null, settings: cups.paths.filesConf };
}
