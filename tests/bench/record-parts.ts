import { randomBytes } from 'node:crypto';
import { type SealedPart, seal } from '../../electron/lib/sealing/seal.ts';
import type { SealedColumn } from '../../shared/contract/application/application-snapshot.ts';
import type { ApplicationId } from '../../shared/contract/ids.ts';

/** How large the parts of one record are before they are sealed, in bytes. */
export interface RecordSizes {
  readonly columns: Readonly<Record<SealedColumn, number>>;
  readonly made: { readonly rows: number; readonly bytes: number };
}

/** Answers, photo, card and tray as a resident with a photo of the usual size leaves them. */
export const USUAL_SIZES: RecordSizes = {
  columns: { answers: 1_000, photo: 60_000, card: 70_000, tray: 200_000 },
  made: { rows: 6, bytes: 2_000 },
};

/** For ten thousand enrollments one after the other: what is measured there does not depend on the size. */
export const SMALL_SIZES: RecordSizes = {
  columns: { answers: 500, photo: 4_000, card: 2_000, tray: 4_000 },
  made: { rows: 1, bytes: 1_000 },
};

/** The sealed parts of one record. */
export interface RecordParts {
  readonly columns: Readonly<Record<SealedColumn, Uint8Array>>;
  readonly made: readonly Uint8Array[];
}

/** Seals random bytes of the given sizes as the parts of an application. */
export function sealParts(
  { columns, made }: RecordSizes,
  application: ApplicationId,
  key: Uint8Array,
): RecordParts {
  const sealed = (part: SealedPart, bytes: number): Uint8Array =>
    seal(key, application, part, randomBytes(bytes));
  return {
    columns: {
      answers: sealed('answers', columns.answers),
      photo: sealed('photo', columns.photo),
      card: sealed('card', columns.card),
      tray: sealed('tray', columns.tray),
    },
    made: Array.from({ length: made.rows }, () => sealed('windows', made.bytes)),
  };
}
