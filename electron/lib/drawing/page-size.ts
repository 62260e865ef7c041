import { err, ok, type Result } from '../../../shared/result.ts';

/** Sizes in PDF points, 72 to the inch. */
export interface PageSize {
  readonly widthPoints: number;
  readonly heightPoints: number;
}

const MEDIA_BOX = /\/MediaBox \[[^\]]*\]/gu;
/** One entry of a classic cross-reference table: offset, generation, and `n` for an object in use. */
const ENTRY = /(\d{10}) (\d{5}) n/gu;

/**
 * Gives every page of a PDF its exact size. Skia rounds pages to whole points (243 × 153 for a card, a third of a
 * millimetre too wide), and a card printer scales what does not match its stock. Changing a box moves what
 * follows, so the cross-reference table is written anew.
 */
export function setPageSize(pdf: Buffer, size: PageSize): Result<Buffer, 'not-understood'> {
  // One byte is one character in Latin 1, so positions in the text are positions in the file.
  const text = pdf.toString('latin1');
  const tableAt = text.lastIndexOf('\nxref\n') + 1;
  const trailerAt = text.indexOf('trailer', tableAt);
  if (tableAt === 0 || trailerAt < 0) return err('not-understood');
  const box = `/MediaBox [0 0 ${size.widthPoints.toFixed(3)} ${size.heightPoints.toFixed(3)}]`;
  const shifts: { readonly after: number; readonly by: number }[] = [];
  const body = text.slice(0, tableAt).replace(MEDIA_BOX, (old, at: number) => {
    shifts.push({ after: at, by: box.length - old.length });
    return box;
  });
  if (shifts.length === 0) return err('not-understood');
  const move = (offset: number): number =>
    shifts.reduce((moved, shift) => (offset > shift.after ? moved + shift.by : moved), offset);
  const table = text.slice(tableAt, trailerAt).replace(ENTRY, (_, offset: string, generation: string) => {
    return `${String(move(Number(offset))).padStart(10, '0')} ${generation} n`;
  });
  const trailer = text.slice(trailerAt).replace(/startxref\n\d+/u, `startxref\n${move(tableAt)}`);
  return ok(Buffer.from(body + table + trailer, 'latin1'));
}
