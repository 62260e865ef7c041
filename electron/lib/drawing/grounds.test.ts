import { expect, it } from 'vitest';
import { cardDesignNames } from '../../../shared/card/designs/design-names.ts';
import { describeFaces, describeVoidFaces } from '../../../shared/card/faces.ts';
import { SAMPLE_CARD } from '../../../shared/card/sample-card.ts';
import { SAMPLE_PROGRAMME } from '../../../shared/card/sample-programme.test-support.ts';
import { findInstalledFont } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';
import { createGrounds, type GroundItem, groundOf } from './grounds.ts';
import { createLayout } from './lay-out-face.ts';
import { sheetOf } from './sheet.ts';

const layOut = createLayout(createFonts(findInstalledFont));

function groundItems(side: 'front' | 'back', faces = describeFaces(SAMPLE_CARD, SAMPLE_PROGRAMME)) {
  const placed = layOut(faces[side]);
  if (!placed.ok) throw new Error(placed.error.kind);
  return groundOf(placed.value);
}

const sheet = () => sheetOf({ widthMm: 85.6, heightMm: 53.98 }, 4, 0);

it.each(cardDesignNames)('the ground of %s is painted once, whoever the card is for', (design) => {
  const programme = { ...SAMPLE_PROGRAMME, design };
  const others = { ...SAMPLE_CARD, name: 'Thaddeus Okonkwo', chosenName: null, number: 'M4X81PQ22D' };
  const grounds = createGrounds();
  for (const side of ['front', 'back'] as const) {
    const first = grounds.of(groundItems(side, describeFaces(SAMPLE_CARD, programme)), sheet());
    for (const faces of [describeFaces(others, programme), describeVoidFaces(others, programme)])
      expect(grounds.of(groundItems(side, faces), sheet())).toBe(first);
  }
});

it('another side, colour or size is another ground', () => {
  const grounds = createGrounds();
  const other = describeFaces(SAMPLE_CARD, { ...SAMPLE_PROGRAMME, accent: '#E3B23C' });
  const asked: readonly (readonly [readonly GroundItem[], ReturnType<typeof sheet>])[] = [
    [groundItems('front'), sheet()],
    [groundItems('back'), sheet()],
    [groundItems('front', other), sheet()],
    [groundItems('front'), sheetOf({ widthMm: 85.6, heightMm: 53.98 }, 8, 0)],
    [groundItems('front'), sheetOf({ widthMm: 85.6, heightMm: 53.98 }, 4, 3)],
  ];
  const painted = new Set(asked.map(([items, on]) => grounds.of(items, on)));
  expect(painted.size).toBe(asked.length);
});

it('keeps a few, and lets the oldest go', () => {
  const grounds = createGrounds();
  const first = grounds.of(groundItems('front'), sheet());
  for (let dots = 5; dots < 30; dots += 1)
    grounds.of(groundItems('front'), sheetOf({ widthMm: 8, heightMm: 5 }, dots, 0));
  expect(grounds.of(groundItems('front'), sheet())).not.toBe(first);
});
