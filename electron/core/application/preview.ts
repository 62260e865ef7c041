import { answersSoFar } from '../../../shared/application/answers.ts';
import { noValues } from '../../../shared/application/fields.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { CardData, CardProgramme } from '../../../shared/card/card-data.ts';
import { findUncovered } from '../../../shared/card/coverage.ts';
import { describeFaces, describeVoidFaces } from '../../../shared/card/faces.ts';
import type { Preview } from '../../../shared/contract/application/application-view.ts';
import { validUntil } from '../../../shared/programme/ages.ts';
import { type CardDrawing, createCardDrawing, type DrawProblem } from '../../lib/drawing/draw-card.ts';
import { fontsIn } from '../../lib/drawing/font-catalogue.ts';
import type { ApplicationRecord } from './record.ts';

/** On a screen of 1280 pixels the preview is about 400 wide; this leaves room for a sharper display. */
const PREVIEW_DOTS_PER_INCH = 180;

/** Just enough to see whether a photo decodes. */
const TRIAL_DOTS_PER_INCH = 30;

const BLANK_CARD: CardData = {
  ...noValues,
  number: '',
  name: '',
  issuedOn: { year: 2000, month: 1, day: 1 },
  expiresOn: null,
};

/** Draws the preview with the printer's own drawing: what it shows is what will be printed. */
export interface PreviewDrawing {
  /** Reads the record before it returns: what changes in it meanwhile is of the next drawing. */
  draw(record: ApplicationRecord, today: CalendarDate): Promise<Preview>;
  /** Whether the drawing can decode these bytes: asked before a photo is kept, which every later drawing needs. */
  reads(photo: Uint8Array, programme: CardProgramme): boolean;
  /** Lets go of the decoded photo and of set text. */
  forget(): void;
}

/** A preview for one session. `fontFolder` is where the bundled fonts lie. */
export function createPreviewDrawing(fontFolder: string): PreviewDrawing {
  const drawing: CardDrawing = createCardDrawing({ resolveFont: fontsIn(fontFolder) });
  return {
    async draw(record, today) {
      const card = cardSoFar(record, today);
      const [uncovered] = findUncovered(card, drawing.fonts.isCovered);
      if (uncovered !== undefined)
        return { kind: 'uncovered', field: uncovered.field, character: uncovered.character };
      const faces = (record.practice ? describeVoidFaces : describeFaces)(card, record.policy.card);
      // The one is compressed while the other is painted.
      const [front, back] = await Promise.all([
        drawing.drawFacePng(faces.front, record.photo, PREVIEW_DOTS_PER_INCH),
        drawing.drawFacePng(faces.back, record.photo, PREVIEW_DOTS_PER_INCH),
      ]);
      if (!front.ok) return problem(front.error);
      if (!back.ok) return problem(back.error);
      return { kind: 'drawn', front: front.value, back: back.value };
    },
    reads(photo, programme) {
      const faces = describeFaces(BLANK_CARD, programme);
      return drawing.drawFacePixels(faces.front, photo, TRIAL_DOTS_PER_INCH).ok;
    },
    forget: () => drawing.forget(),
  };
}

function problem(error: DrawProblem): Preview {
  switch (error.kind) {
    case 'uncovered':
      return { kind: 'uncovered', field: error.field, character: error.character };
    case 'does-not-fit':
      return { kind: 'does-not-fit', field: error.field };
    case 'photo-unreadable':
      throw new Error('a photo that was accepted cannot be drawn');
  }
}

/** The card as it would be with what is answered so far; an answer that does not hold yet is left out. */
export function cardSoFar(record: ApplicationRecord, today: CalendarDate): CardData {
  const values = answersSoFar(record.answers, record.policy.fields, today);
  const { birthDate } = values;
  return {
    ...values,
    number: record.cardNumber ?? '',
    name: values.name ?? '',
    issuedOn: today,
    expiresOn: birthDate === null ? null : validUntil(record.policy, birthDate, today),
  };
}
