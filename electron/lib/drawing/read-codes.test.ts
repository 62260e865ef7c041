import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cardDesignNames } from '../../../shared/card/designs/design-names.ts';
import type { CodeItem, Face } from '../../../shared/card/face.ts';
import { describeFaces, describeVoidFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { readCodes } from './code-reader.test-support.ts';
import type { FacePixels } from './draw-card.ts';
import { codesOf, drawn } from './face-codes.test-support.ts';

const DOTS_PER_INCH = 300;
const OTHER_CARD = { ...SAMPLE_CARD, number: 'H7K29MXT4Y', libraryNumber: '2 1998 00412 3352' };

/** The same picture with nothing but white where a code was. */
function without({ width, height, rgba }: FacePixels, code: CodeItem): FacePixels {
  const dots = DOTS_PER_INCH / 25.4;
  const covered = Buffer.from(rgba);
  const [left, right] = [code.xMm, code.xMm + code.widthMm].map((mm) => Math.round(mm * dots));
  const [top, bottom] = [code.yMm, code.yMm + code.heightMm].map((mm) => Math.round(mm * dots));
  for (let y = top ?? 0; y < (bottom ?? 0); y += 1) {
    covered.fill(255, (y * width + (left ?? 0)) * 4, (y * width + (right ?? 0)) * 4);
  }
  return { width, height, rgba: covered };
}

beforeEach(() => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  return () => {
    vi.unstubAllGlobals();
    expect(fetched).not.toHaveBeenCalled();
  };
});

describe.each(cardDesignNames)('a reader that is not ours, of the back of the design %s', (design) => {
  describe.each([
    ['code128', 'Code128'],
    ['pdf417', 'PDF417'],
  ] as const)('with a %s', (symbology, format) => {
    const programme = {
      ...SAMPLE_PROGRAMME,
      design,
      barcode: { field: 'libraryNumber', symbology },
    } as const;
    const backOf = (card: typeof SAMPLE_CARD): Face => describeFaces(card, programme).back;
    const qr = { format: 'QRCode', text: 'K7Q29MXT6K' };
    const barcode = { format, text: '21998004123345' };

    it('finds the numbers of the card on the whole face', async () => {
      expect(await readCodes(drawn(backOf(SAMPLE_CARD), DOTS_PER_INCH))).toEqual([barcode, qr]);
    });

    it('finds other numbers on another card', async () => {
      expect(await readCodes(drawn(backOf(OTHER_CARD), DOTS_PER_INCH))).toEqual([
        { format, text: '21998004123352' },
        { format: 'QRCode', text: 'H7K29MXT4Y' },
      ]);
    });

    it('finds no number where a code is covered: it reads the codes, not what stands beside them', async () => {
      const back = backOf(SAMPLE_CARD);
      const [qrPlace, barcodePlace] = codesOf(back);
      if (qrPlace === undefined || barcodePlace === undefined) throw new Error('a code is missing');
      const pixels = drawn(back, DOTS_PER_INCH);
      expect(await readCodes(without(pixels, barcodePlace))).toEqual([qr]);
      expect(await readCodes(without(pixels, qrPlace))).toEqual([barcode]);
    });
  });
});

it.each(cardDesignNames)(
  'finds nothing on a practice card of the design %s, whatever its number is',
  async (design) => {
    const programme = {
      ...SAMPLE_PROGRAMME,
      design,
      barcode: { field: 'libraryNumber', symbology: 'code128' },
    } as const;
    for (const number of ['VOIDM7XT', SAMPLE_CARD.number]) {
      const { front, back } = describeVoidFaces({ ...SAMPLE_CARD, number }, programme);
      for (const face of [front, back]) {
        expect(codesOf(face)).toEqual([]);
        expect(await readCodes(drawn(face, DOTS_PER_INCH))).toEqual([]);
      }
    }
  },
);
