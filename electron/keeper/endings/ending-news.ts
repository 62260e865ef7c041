import type { FeeReceipt } from '../../../shared/contract/fee-receipt.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { ResidentReader } from '../../../shared/residents/look.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { LeftByResident } from './endings.ts';

/** Tells whoever has the screen that an application ends: a resident in their language, or staff. */
export interface EndingNews {
  /** It ends in the session on the screen, and the next one begins anew. `fee`: what a receipt for its fee says. */
  began(application: ApplicationId, fee: FeeReceipt | null): void;
  /** It ends in no session. */
  endedUnseen(application: ApplicationId): void;
}

/** What telling it needs of the kiosk. */
export interface EndingNewsPort {
  readonly vault: { readonly wipes: { of(application: ApplicationId): WipeRow } };
  readonly residentScreen: { reader(): ResidentReader | null; startOver(): void };
  readonly endings: {
    began(application: ApplicationId, fee: FeeReceipt | null, left: LeftByResident | null): void;
    endedUnseen(application: ApplicationId, left: LeftByResident | null): void;
  };
}

/** That of one keeper. Both are told once its wipe has begun, which says how it ended. */
export function createEndingNews({ vault, residentScreen, endings }: EndingNewsPort): EndingNews {
  const left = (application: ApplicationId): LeftByResident | null =>
    leftBy(residentScreen.reader(), vault.wipes.of(application));
  return {
    began(application, fee) {
      endings.began(application, fee, left(application));
      residentScreen.startOver();
    },
    endedUnseen: (application) => endings.endedUnseen(application, left(application)),
  };
}

/** What a resident who has the screen is told; null: staff have it. Under a resident nobody hands over or refuses a card. */
function leftBy(reader: ResidentReader | null, { outcome }: WipeRow): LeftByResident | null {
  if (reader === null || outcome === 'issued' || outcome === 'denied') return null;
  return { ...reader, outcome };
}
