import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The words of a PDF as poppler reads them, ligatures taken apart. */
export function wordsIn(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-words-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).normalize('NFKC');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
