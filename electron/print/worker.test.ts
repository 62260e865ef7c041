import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SAMPLE_CARD } from '../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../shared/card/sample-programme.test-support.ts';
import { applicationId } from '../../shared/contract/ids.ts';
import { sealedFingerprints, sealedTray } from '../../shared/contract/sealed-content.ts';
import { environmentOf, type WorkerReport, workerReport } from '../../shared/contract/worker.ts';
import { sample } from '../../tests/support/sample.ts';
import { program } from '../keeper/start/keeper-programs.test-support.ts';
import type { FacePixels } from '../lib/drawing/draw-card.ts';
import { makeFontFolder } from '../lib/drawing/font-folder.test-support.ts';
import { drawnPhoto } from '../lib/drawing/photo.test-support.ts';
import { readPng } from '../lib/drawing/read-png.test-support.ts';
import { encodeFrame, FrameReader } from '../lib/frames/frame.ts';
import { seal } from '../lib/sealing/seal.ts';
import { openContent, sealContent } from '../lib/sealing/sealed-content.ts';

const application = applicationId.parse('a'.repeat(32));
const card = { card: SAMPLE_CARD, programme: SAMPLE_PROGRAMME };

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-worker-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

interface Run {
  readonly reports: readonly WorkerReport[];
  readonly complaints: string;
  readonly code: number | null;
}

/** Runs the real worker on one order and collects all it says. */
async function run(order: Buffer, fonts: string): Promise<Run> {
  const child = spawn(process.execPath, [program('worker')], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    env: environmentOf(fonts, {
      printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
      electron: { executable: '/nowhere/electron', arguments: [] },
    }),
  });
  const [stdin, stdout, stderr] = [child.stdin, child.stdout, child.stderr];
  if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
  const reader = new FrameReader();
  const reports: WorkerReport[] = [];
  let complaints = '';
  stdout.on('data', (chunk: Buffer) => {
    reports.push(...reader.push(chunk).map((message) => workerReport.parse(message)));
  });
  stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  stdin.on('error', () => stdin.destroy());
  stdin.end(order);
  await once(child, 'close');
  return { reports, complaints, code: child.exitCode };
}

function orderOf(key: Uint8Array, change: Readonly<Record<string, unknown>> = {}): Buffer {
  return encodeFrame({
    kind: 'print',
    job: 'c'.repeat(32),
    application,
    printer: { driver: 'virtual', secondsPerFace: 0, folder: null },
    earlier: [],
    key,
    card: sealContent(key, application, 'card', card),
    photo: seal(key, application, 'photo', drawnPhoto()),
    practice: false,
    ...change,
  });
}

/** Whether the face has the red of the mark: a good part of it, or none at all. */
function isMarked({ width, height, rgba }: FacePixels): boolean {
  let red = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at] === 0xb3 && rgba[at + 1] === 0x16 && rgba[at + 2] === 0x1e) red += 1;
  }
  const share = red / (width * height);
  if (share > 0 && share < 0.05) throw new Error(`a mark that hardly anybody sees: ${share}`);
  return share > 0;
}

describe('the print worker', () => {
  it('prints front before back, registers what it made first, and tells nobody anything in clear', async () => {
    const key = randomBytes(32);
    const { reports, code } = await run(orderOf(key), makeFontFolder(join(temporary(), 'fonts')));
    expect(code).toBe(0);
    expect(reports.map((report) => (report.kind === 'stage' ? report.stage : report.kind))).toEqual([
      ...['fingerprints', 'fingerprints', 'fingerprints', 'fingerprints', 'sent', 'front', 'back', 'in-tray'],
    ]);
    const products: string[] = [];
    for (const report of reports) {
      if (report.kind === 'fingerprints') {
        const opened = openContent(key, application, 'windows', report.sealed, sealedFingerprints);
        if (!opened.ok) throw new Error(opened.error.kind);
        products.push(opened.value.product);
        expect(opened.value.windows.length).toBeGreaterThan(3);
      }
      if (report.kind === 'in-tray' && report.tray !== null) {
        const tray = openContent(key, application, 'tray', report.tray, sealedTray);
        if (!tray.ok) throw new Error(tray.error.kind);
        expect(Buffer.from(tray.value.front).subarray(1, 4).toString()).toBe('PNG');
        expect(tray.value.back).not.toEqual(tray.value.front);
      }
    }
    expect(products).toEqual(['front PNG', 'back PNG', 'front pixel rows', 'PDF']);
    const said = Buffer.from(encodeFrame(reports));
    expect(encodeFrame(card).includes('Featherstonehaugh')).toBe(true);
    expect(said.includes('Featherstonehaugh')).toBe(false);
    // All eight bytes: three of them stand in a megabyte of ciphertext by chance, once in some twenty runs.
    expect(said.includes(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBe(false);
    expect(said.includes(key)).toBe(false);
  });

  it.each([
    ['of practice is void on both sides, although the card that was sealed is like any other', true],
    ['for an applicant is not', false],
  ] as const)('a card %s', async (_what, practice) => {
    const key = randomBytes(32);
    const { reports } = await run(orderOf(key, { practice }), makeFontFolder(join(temporary(), 'fonts')));
    const told = reports.find((report) => report.kind === 'in-tray');
    if (told === undefined || told.tray === null) throw new Error('no card');
    const tray = openContent(key, application, 'tray', told.tray, sealedTray);
    if (!tray.ok) throw new Error(tray.error.kind);
    for (const side of ['front', 'back'] as const) {
      expect(isMarked(readPng(tray.value[side]))).toBe(practice);
    }
  });

  it('writes the card to a disk only where the user said so', async () => {
    const fonts = makeFontFolder(join(temporary(), 'fonts'));
    const folder = join(temporary(), 'cards', 'today');
    const printer = { driver: 'virtual', secondsPerFace: 0, folder };
    await run(orderOf(randomBytes(32), { printer }), fonts);
    expect(readdirSync(folder).sort()).toEqual(['card-back.png', 'card-front.png', 'card.pdf']);
    expect(readFileSync(join(folder, 'card.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  const REFUSED: readonly (readonly [string, (key: Uint8Array) => Buffer])[] = [
    ['another key', () => orderOf(randomBytes(32), { key: randomBytes(32) })],
    [
      'a photo that is none',
      (key: Uint8Array) => orderOf(key, { photo: seal(key, application, 'photo', randomBytes(99)) }),
    ],
    [
      'a character that no font has',
      (key: Uint8Array) =>
        orderOf(key, {
          card: sealContent(key, application, 'card', { ...card, card: { ...SAMPLE_CARD, name: 'Bel 𓀀' } }),
        }),
    ],
    [
      'a card of another version',
      (key: Uint8Array) => orderOf(key, { card: sealContent(key, application, 'card', { name: 'x' }) }),
    ],
  ];
  it.each(sample(REFUSED, 0))('refuses a card with %s, and no card comes out', async (_what, make) => {
    const fonts = makeFontFolder(join(temporary(), 'fonts'));
    expect(await run(make(randomBytes(32)), fonts)).toMatchObject({
      reports: [{ kind: 'no-card', why: { kind: 'not-drawable' } }],
      code: 0,
    });
  });

  const NO_ORDERS: readonly (readonly [string, () => Buffer])[] = [
    ['an order that is none', () => encodeFrame({ name: 'Featherstonehaugh' })],
    ['half an order', () => orderOf(randomBytes(32)).subarray(0, 900)],
    ['noise', () => Buffer.from('Featherstonehaugh, Wilhelmina')],
  ];
  it.each(sample(NO_ORDERS, 0))('ends on %s without quoting it', async (_what, make) => {
    const { reports, complaints, code } = await run(make(), '/nowhere');
    expect([reports, code]).toEqual([[], 1]);
    expect(complaints).toMatch(/^defect in print worker: /);
    expect(complaints).not.toContain('Featherstonehaugh');
  });

  it('says no word of an error beyond its kind, where the fonts are missing', async () => {
    const { reports, complaints, code } = await run(orderOf(randomBytes(32)), '/nowhere');
    expect(reports).toEqual([]);
    expect(code).toBe(1);
    expect(complaints).toMatch(/^defect in print worker: \w*Error\n/);
  });
});
