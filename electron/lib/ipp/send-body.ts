import type { ClientRequest } from 'node:http';

/** As much as is handed over before it is known to be taken. */
const PIECE_BYTES = 64 * 1024;

/**
 * Writes a request's body no faster than it is taken, and tells how many bytes of the document have been. Ends early,
 * without an error, when the request has ended.
 */
export async function sendBody(
  request: ClientRequest,
  message: Uint8Array,
  document: Uint8Array | null,
  onTaken: (bytes: number) => void,
): Promise<void> {
  if (document === null) {
    request.end(message);
    return;
  }
  request.write(message);
  for (let at = 0; at < document.byteLength; at += PIECE_BYTES) {
    if (request.destroyed) return;
    const piece = document.subarray(at, at + PIECE_BYTES);
    await takenOrEnded(request, piece);
    onTaken(at + piece.byteLength);
  }
  request.end();
}

function takenOrEnded(request: ClientRequest, piece: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      request.removeListener('close', settle);
      resolve();
    };
    request.on('close', settle);
    request.write(piece, settle);
  });
}
