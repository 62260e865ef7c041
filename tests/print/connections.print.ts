import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFontFolder } from '../../electron/lib/drawing/font-folder.test-support.ts';
import { encodeFrame, FrameReader } from '../../electron/lib/frames/frame.ts';
import { SAMPLE_PROGRAMME } from '../../shared/card/sample-programme.test-support.ts';
import { jobId } from '../../shared/contract/ids.ts';
import {
  environmentOf,
  type WorkerOrder,
  type WorkerReport,
  workerReport,
} from '../../shared/contract/worker.ts';
import { printProgram } from './peers/programs.ts';
import { program } from './programs.ts';
import { cardPrinter, peerFolder } from './stage.ts';

interface Traced {
  readonly reports: readonly WorkerReport[];
  /** Each address of the internet kind that a process of the worker has connected to, or sent a datagram to. */
  readonly reached: readonly string[];
}

/** Runs the product's worker on one order, with every call that could reach a network written down by the kernel. */
async function trace(order: WorkerOrder): Promise<Traced> {
  const folder = peerFolder();
  const log = join(folder, 'calls');
  const strace = await printProgram('strace');
  const words = [
    '-f',
    '-e',
    'trace=connect,sendto,sendmsg,sendmmsg',
    '-o',
    log,
    process.execPath,
    program('worker'),
  ];
  const child = spawn(strace, words, {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    env: environmentOf(makeFontFolder(join(folder, 'fonts')), {
      printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
      electron: { executable: '/nowhere/electron', arguments: [] },
    }),
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('no pipes');
  const reader = new FrameReader();
  const reports: WorkerReport[] = [];
  stdout.on('data', (chunk: Buffer) => {
    reports.push(...reader.push(chunk).map((message) => workerReport.parse(message)));
  });
  stdin.write(encodeFrame(order));
  await once(child, 'close');
  const addresses = readFileSync(log, 'utf8').matchAll(
    /sin6?_port=htons\((\d+)\).*?(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)/g,
  );
  return { reports, reached: [...new Set([...addresses].map(([, port, host]) => `${host}:${port}`))] };
}

function inspect(address: string): WorkerOrder {
  return { kind: 'inspect', address, pin: null, role: 'card' };
}

it('a worker that prints connects to its printer and to nothing else', async () => {
  const printer = await cardPrinter();
  const { reports: found } = await trace(inspect(printer.uri));
  const [inspected] = found;
  if (inspected?.kind !== 'inspected') throw new Error('not inspected');
  const { inspection } = inspected;
  const { address, name, format, media, sides, scaling, isQueue, tells } = inspection;
  if (format === null || media === null || sides === null || sides === 'one-sided')
    throw new Error('not usable');
  const { reports, reached } = await trace({
    kind: 'test-card',
    job: jobId.parse(randomBytes(16).toString('hex')),
    printer: { driver: 'ipp', address, pin: null, name, format, media, sides, scaling, isQueue, tells },
    programme: SAMPLE_PROGRAMME,
  });
  expect(reports.map(({ kind }) => kind)).toContain('in-tray');
  expect(printer.cards()).toHaveLength(1);
  expect(reached.length).toBeGreaterThan(0);
  for (const place of reached)
    expect(['127.0.0.1', '::1'].map((host) => `${host}:${printer.port}`)).toContain(place);
});

it('an address by name reaches nothing, not even a name server', async () => {
  const { reports, reached } = await trace(inspect('ipp://printer.example/ipp/print'));
  expect(reports).toEqual([{ kind: 'refused', why: { kind: 'host-name' } }]);
  expect(reached).toEqual([]);
});
