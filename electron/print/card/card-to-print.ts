import type { CardProgramme } from '../../../shared/card/card-data.ts';
import type { Faces } from '../../../shared/card/faces.ts';
import { describeFaces, describeVoidFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { sealedCard } from '../../../shared/contract/sealed-content.ts';
import type { PrintOrder } from '../../../shared/contract/worker.ts';
import { fingerprintsOf } from '../../../shared/remanence/fingerprints.ts';
import { open } from '../../lib/sealing/seal.ts';
import { openContent, sealContent } from '../../lib/sealing/sealed-content.ts';
import type { WorkerContext } from '../worker-context.ts';

const FINGERPRINTS_OF_A_PRODUCT = 16;

/** A card that is to be drawn, and where what is made of it is registered. */
export interface CardToPrint {
  readonly faces: Faces;
  readonly bleedMm: number;
  readonly photo: Uint8Array | null;
  /** Registers what was made, before anything of it may leave this process. */
  register(product: string, bytes: Uint8Array): Promise<void>;
  /** The finished card as the built-in printer shows it, sealed; null for a test card, which nobody keeps. */
  seal(tray: { readonly front: Uint8Array; readonly back: Uint8Array }): Uint8Array | null;
}

/** The card of an applicant. Null: its sealed parts do not open. */
export function openCard(order: PrintOrder, { report }: WorkerContext): CardToPrint | null {
  const { key, application, practice } = order;
  const content = openContent(key, application, 'card', order.card, sealedCard);
  const photo = open(key, application, 'photo', order.photo);
  if (!content.ok || !photo.ok) return null;
  const { card, programme } = content.value;
  return {
    faces: (practice ? describeVoidFaces : describeFaces)(card, programme),
    bleedMm: programme.bleedMm,
    photo: photo.value,
    async register(product, bytes) {
      const fingerprints = fingerprintsOf(bytes, FINGERPRINTS_OF_A_PRODUCT);
      await report({
        kind: 'fingerprints',
        sealed: sealContent(key, application, 'windows', { product, windows: fingerprints }),
      });
    },
    seal: (tray) => sealContent(key, application, 'tray', tray),
  };
}

/** The card of an invented person, without a face: nothing of it need be found or forgotten. */
export function testCard(programme: CardProgramme): CardToPrint {
  return {
    faces: describeFaces(SAMPLE_CARD, programme),
    bleedMm: programme.bleedMm,
    photo: null,
    register: () => Promise.resolve(),
    seal: () => null,
  };
}
