import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FacePixels } from '../../electron/lib/drawing/draw-card.ts';
import { readPng } from '../../electron/lib/drawing/read-png.test-support.ts';
import { printProgram } from './peers/programs.ts';

/** CUPS' own reader of PWG Raster. */
const RASTER_TO_PDF = '/usr/lib/cups/filter/rastertopdf';

/** Runs a program over a file in a folder of its own, and reads the pictures that it leaves there. */
function picturesFrom(
  bytes: Buffer,
  makePictures: (file: string, folder: string) => void,
): readonly FacePixels[] {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-pictures-'));
  try {
    const file = join(folder, 'document');
    writeFileSync(file, bytes);
    makePictures(file, folder);
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return names.sort().map((name) => readPng(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pages of a PWG Raster as CUPS decodes them, dot by dot: the filter puts each into a PDF as one picture. */
export async function decodeByCups(raster: Buffer): Promise<readonly FacePixels[]> {
  const extract = await printProgram('pdfimages');
  return picturesFrom(raster, (file, folder) => {
    const pdf = `${file}.pdf`;
    const env = { ...process.env, CONTENT_TYPE: 'image/pwg-raster', FINAL_CONTENT_TYPE: 'application/pdf' };
    writeFileSync(
      pdf,
      execFileSync(RASTER_TO_PDF, ['1', 'kiosk', 'card', '1', '', file], {
        env,
        maxBuffer: 1e8,
        stdio: 'pipe',
      }),
    );
    execFileSync(extract, ['-png', pdf, join(folder, 'page')], { stdio: 'pipe' });
  });
}

/** The pages of a PDF as another renderer paints them. */
export async function renderByPoppler(pdf: Buffer, dotsPerInch: number): Promise<readonly FacePixels[]> {
  const render = await printProgram('pdftoppm');
  return picturesFrom(pdf, (file, folder) => {
    execFileSync(render, ['-png', '-r', String(dotsPerInch), file, join(folder, 'page')], { stdio: 'pipe' });
  });
}
