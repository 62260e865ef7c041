/** Long enough to be found by no chance. */
const PIECE_BYTES = 40;

/** Letters as they stand in requests ("job-name"), which a printer may keep: compressed pictures have no such runs. */
const WORDS = /[a-z-]{5}/i;

/**
 * Pieces of a document from all over it, those with long runs of the same bytes left out, and those with words: taken off
 * the line, some would be of the requests beside it. `most`: how many at most.
 */
export function piecesOf(document: Buffer, most = 64): readonly Buffer[] {
  const step = Math.max(1, Math.floor(document.length / (most * 4)));
  const all: Buffer[] = [];
  for (let at = 0; at + PIECE_BYTES <= document.length; at += step) {
    const piece = document.subarray(at, at + PIECE_BYTES);
    if (new Set(piece).size > PIECE_BYTES / 2 && !WORDS.test(piece.toString('latin1'))) all.push(piece);
  }
  const every = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_piece, index) => index % every === 0);
}
