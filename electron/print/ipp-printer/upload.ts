import type { Result } from '../../../shared/result.ts';
import type { IppClient } from '../../lib/ipp/client.ts';
import type { IppFailure } from '../../lib/ipp/failure.ts';

/** A card or a paper as the printer takes it. */
export interface PrintDocument {
  readonly mimeType: 'application/pdf' | 'image/pwg-raster';
  readonly bytes: Uint8Array;
  /** Sides of sheets or of a card that come out. */
  readonly faces: number;
}

type Sent = Result<null, IppFailure>;

/** A document on its way to a printer: some take it no faster than they print, and answer when they have printed. */
export interface Upload {
  /** What the printer answered to it, or how it broke; null while it is on its way. */
  outcome(): Sent | null;
  /** Resolves with the outcome. */
  readonly settled: Promise<Sent>;
  /** Bytes that the line has taken so far. */
  taken(): number;
  /** Of its document. */
  readonly faces: number;
  /** Breaks it off. */
  cut(): void;
}

/** Begins to send a job's only document. */
export function startUpload(
  client: IppClient,
  number: number,
  { mimeType, bytes, faces }: PrintDocument,
  stopped: AbortSignal,
): Upload {
  const broken = new AbortController();
  let taken = 0;
  let outcome: Sent | null = null;
  const settled = client
    .sendDocument(number, mimeType, bytes, {
      signal: AbortSignal.any([stopped, broken.signal]),
      onTaken(count) {
        taken = count;
      },
    })
    .then((sent) => {
      outcome = sent;
      return sent;
    });
  return { outcome: () => outcome, settled, taken: () => taken, faces, cut: () => broken.abort() };
}
