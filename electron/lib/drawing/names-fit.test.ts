import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardData } from '../../../shared/card/card-data.ts';
import { cardDesignNames } from '../../../shared/card/designs/design-names.ts';
import type { Face, TextItem } from '../../../shared/card/face.ts';
import { describeFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { sample } from '../../../tests/support/sample.ts';
import { createCardDrawing } from './draw-card.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { HEADROOM, splitForBreaking } from './text-fit.ts';

const drawing = createCardDrawing({ resolveFont: findInstalledFont });
const DOTS_PER_INCH = 150;
const DOTS_PER_MM = DOTS_PER_INCH / 25.4;
/** What is measured is anti-aliased and a dot is 0.17 mm. */
const DOT_MM = 1.2 / DOTS_PER_MM;
/** A `j` at the beginning of a line hangs over the margin, so that stems stand below stems. In ems. */
const HANGING = 0.07;
const ROOM_MM = 8;

/** Letters by which words of a script are made up; what is joined is written as it is typed. */
const letters: Readonly<Record<string, readonly string[]>> = {
  Latin: [...'abcdefghijklmnoprstuvwyzWMÅẾąșñçß', "'", '-'],
  Cyrillic: [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяЩЁЇ', '-'],
  Han: [...'欧阳晓明王海港城市民证件龍鑫'],
  Arabic: [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويأؤئآةى'],
  Devanagari: ['श्री', 'नि', 'वा', 'स', 'वें', 'क', 'ट', 'रा', 'घ', 'व', 'न', 'र्ऋ', 'ञ्ज्य', 'ङ्कु', 'हूँ', 'ॐ'],
};

function names(script: string): fc.Arbitrary<string> {
  const word = fc
    .array(fc.constantFrom(...(letters[script] ?? [])), { minLength: 1, maxLength: 16 })
    .map((parts) => parts.join(''));
  return fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 24 }), fc.integer({ min: 1, max: 120 }))
    .map(([words, length]) => Array.from(words.join(' ')).slice(0, length).join('').trim())
    .filter((name) => /\p{L}/u.test(name) && !/^[-'\s]/u.test(name));
}

/** The box of one text of a card, alone on an empty face with room around. */
function alone(item: TextItem): Face {
  return {
    widthMm: item.widthMm + 2 * ROOM_MM,
    heightMm: item.heightMm + 2 * ROOM_MM,
    items: [
      { kind: 'rectangle', xMm: 0, yMm: 0, widthMm: 200, heightMm: 200, radiusMm: 0, colour: '#FFFFFF' },
      { ...item, xMm: ROOM_MM, yMm: ROOM_MM },
    ],
  };
}

/** Where the ink of the only text reaches, relative to its box, in millimetres; `null`: no ink. */
function inkOf(face: Face): { left: number; right: number; top: number; bottom: number } | null {
  const drawn = drawing.drawFacePixels(face, null, DOTS_PER_INCH);
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  const { width, height, rgba } = drawn.value;
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((rgba[(y * width + x) * 4] ?? 255) > 160) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  if (right === 0) return null;
  const inBox = (dots: number): number => dots / DOTS_PER_MM - ROOM_MM;
  return { left: inBox(left), right: inBox(right), top: inBox(top), bottom: inBox(bottom) };
}

/** The ink of a text in its box, or the refusal that names its field and had to be. */
function checkFit(item: TextItem): 'drawn' | 'refused' {
  const face = alone(item);
  const drawn = drawing.drawFacePixels(face, null, 30);
  if (!drawn.ok) {
    expect(drawn.error).toEqual({ kind: 'does-not-fit', field: item.field });
    expect(surelyFits(item)).toBe(false);
    return 'refused';
  }
  const ink = inkOf(face);
  if (ink === null) throw new Error('a text without ink');
  const hanging = HANGING * item.sizeMm + DOT_MM;
  expect(ink.left).toBeGreaterThanOrEqual(-hanging);
  expect(ink.right).toBeLessThanOrEqual(item.widthMm + hanging);
  expect(ink.top).toBeGreaterThanOrEqual(-HEADROOM * item.sizeMm - DOT_MM);
  expect(ink.bottom).toBeLessThanOrEqual(item.heightMm + DOT_MM);
  return 'drawn';
}

function itemOf(
  changes: Partial<CardData>,
  design: (typeof cardDesignNames)[number],
  field: string,
): TextItem {
  const faces = describeFaces({ ...SAMPLE_CARD, ...changes }, { ...SAMPLE_PROGRAMME, design });
  for (const item of [...faces.front.items, ...faces.back.items])
    if (item.kind === 'text' && item.field === field) return item;
  throw new Error(`no ${field}`);
}

/**
 * Whether a text surely fits at its floor: filled line by line, each as high as the tallest line of any script. Written
 * without the code that is tested; only where lines may break is taken from it.
 */
function surelyFits(item: TextItem): boolean {
  const context = createCanvas(1, 1).getContext('2d');
  context.font = `${item.weight} 100px ${drawing.fonts.familiesFor(item.text)}`;
  context.lang = 'en';
  const widthOf = (text: string): number => {
    const { width, actualBoundingBoxRight } = context.measureText(text.trim());
    return (Math.max(width, actualBoundingBoxRight) / 100) * item.fit.floorMm;
  };
  let lines = 1;
  let line = '';
  for (const piece of splitForBreaking(item.text)) {
    if (widthOf(piece) > item.widthMm) return false;
    if (widthOf(line + piece) > item.widthMm) {
      lines += 1;
      line = piece;
    } else line += piece;
  }
  return lines <= item.fit.lines && lines * 1.75 * item.fit.floorMm <= item.heightMm;
}

describe.each(cardDesignNames)('in the design %s', (design) => {
  // In `npm test` each script and each field in one of the designs.
  const turn = cardDesignNames.indexOf(design) % 2;
  it.each(sample(Object.keys(letters), turn))(
    'a name in %s of 1 to 120 letters is inside its box or refused by field',
    (script) => {
      const outcomes = new Set<'drawn' | 'refused'>();
      fc.assert(
        fc.property(names(script), fc.constantFrom(null, 'Billie'), (name, chosenName) => {
          outcomes.add(checkFit(itemOf({ name, chosenName }, design, 'name')));
        }),
        { numRuns: 40 },
      );
      expect(outcomes).toContain('drawn');
    },
  );

  it.each(sample(['chosenName', 'gender', 'emergencyName'] as const, turn))(
    'so is whatever is typed as %s',
    (field) => {
      fc.assert(
        fc.property(fc.oneof(...Object.keys(letters).map(names)), (text) => {
          const changes =
            field === 'emergencyName'
              ? { emergencyContact: { name: text, phone: '555 010' } }
              : { [field]: text };
          checkFit(itemOf(changes, design, field));
        }),
        { numRuns: 40 },
      );
    },
  );

  it('names of sixty letters, the most that the counter takes, fit with a chosen name', () => {
    const longest = [
      'Maximiliane Theodora Konstantine von Hohenfels-Seeburg-Hafen',
      'Александра-Екатерина Константиновна Тихомирова-Заозёрская',
      '欧阳晓明'.repeat(15),
      'عبد الرحمن محمد عبد العزيز يوسف إبراهيم المرفئي الساحلي',
      'श्रीनिवास वेंकटराघवन कृष्णमूर्ति बंदरगाहकर समुद्रवासी',
    ];
    for (const name of longest) {
      const face = alone(itemOf({ name }, design, 'name'));
      expect(drawing.drawFacePixels(face, null, 100).ok, name).toBe(true);
    }
  });

  it('a name beyond all room is refused, never cut', () => {
    const face = alone(itemOf({ name: 'Wilhelmina '.repeat(30) }, design, 'name'));
    expect(drawing.drawFacePixels(face, null, 100)).toEqual({
      ok: false,
      error: { kind: 'does-not-fit', field: 'name' },
    });
  });
});
