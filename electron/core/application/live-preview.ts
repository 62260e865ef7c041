import { compareDates } from '../../../shared/application/birth-date.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Preview } from '../../../shared/contract/application/application-view.ts';
import type { ScreenEvent } from '../../../shared/contract/screen.ts';
import { fingerprintsOf } from '../../../shared/remanence/fingerprints.ts';
import type { PreviewDrawing } from './preview.ts';
import type { ApplicationRecord } from './record.ts';

const PREVIEW_FINGERPRINTS = 8;

/** After the last change: what was typed is painted first, and nobody looks at the card between two keys. */
const PREVIEW_FOLLOWS_MILLISECONDS = 60;

/** What the card is drawn of. Looked at anew for each drawing: both may have changed while one waited. */
export interface DrawnOf {
  readonly record: ApplicationRecord | null;
  readonly status: { readonly today: CalendarDate };
}

/** What the last card was drawn of, and what came of it. */
interface Drawn extends Pick<ApplicationRecord, 'answers' | 'photo' | 'cardNumber'> {
  readonly today: CalendarDate;
  readonly preview: Promise<Preview>;
}

/** The preview of one session, which follows the record. */
export interface LivePreview {
  /** Draws once nothing has changed for a moment: a fast typist gets the last picture, not every picture. */
  schedule(): void;
  /** Whether the printer's own drawing accepts the card as it is now. */
  isDrawable(): Promise<boolean>;
  /** Whether the printer's own drawing can decode this photo. */
  canDraw(photo: Uint8Array): Promise<boolean>;
}

/** Draws `of` for the screen, which `tell` sends it to. `load`: the drawing. */
export function createLivePreview(
  of: DrawnOf,
  load: () => Promise<PreviewDrawing>,
  tell: (event: ScreenEvent) => void,
  onBug: (where: string, error: unknown) => void,
): LivePreview {
  let drawing: Promise<PreviewDrawing> | null = null;
  let waiting: NodeJS.Timeout | undefined;
  let last: Drawn | null = null;
  let shown: Preview | null = null;

  /** Loaded with the first application: the drawing is most of this program, and a start screen draws no card. */
  function loaded(): Promise<PreviewDrawing> {
    drawing ??= load();
    return drawing;
  }

  /** What was drawn already is not drawn again: at "Print" the verdict is there since the last change. */
  async function begin(record: ApplicationRecord): Promise<Drawn> {
    const { draw } = await loaded();
    const { today } = of.status;
    if (last !== null && isDrawnOf(last, record, today)) return last;
    const { answers, photo, cardNumber } = record;
    const drawn: Drawn = { answers, photo, cardNumber, today, preview: draw(record, today) };
    last = drawn;
    drawn.preview.catch(() => {
      // Whoever asks next has it drawn once more.
      if (last === drawn) last = null;
    });
    return drawn;
  }

  async function show(record: ApplicationRecord): Promise<void> {
    const drawn = await begin(record);
    const preview = await drawn.preview;
    // Shown before; or there is a newer one meanwhile, or the application has begun to end.
    if (preview === shown || drawn !== last || record.finishing) return;
    shown = preview;
    if (preview.kind === 'drawn') {
      const { front, back } = preview;
      record.made.push(
        ...fingerprintsOf(front, PREVIEW_FINGERPRINTS),
        ...fingerprintsOf(back, PREVIEW_FINGERPRINTS),
      );
    }
    tell({ kind: 'preview', preview });
  }

  return {
    schedule() {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        // One that is being ended is looked for by what was made of it until then.
        if (of.record === null || of.record.finishing) return;
        // Thrown out of here it would end this session, and every session that opens the application after it.
        show(of.record).catch((error: unknown) => onBug('preview', error));
      }, PREVIEW_FOLLOWS_MILLISECONDS);
    },
    async isDrawable() {
      if (of.record === null) return false;
      const drawn = await begin(of.record);
      return (await drawn.preview).kind === 'drawn';
    },
    canDraw: async (photo) => of.record !== null && (await loaded()).reads(photo, of.record.policy.card),
  };
}

/** Parts of a record are never changed in place, but for a photo that is forgotten, and then there is none. */
function isDrawnOf(drawn: Drawn, record: ApplicationRecord, today: CalendarDate): boolean {
  return (
    drawn.answers === record.answers &&
    drawn.photo === record.photo &&
    drawn.cardNumber === record.cardNumber &&
    compareDates(drawn.today, today) === 0
  );
}
