import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Face } from '../../shared/card/face.ts';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';
import { cardsDocument } from './document.ts';
import { drawGolden } from './draw-golden.ts';
import { fixtureCard, fixtureCardPath } from './fixture-card.ts';
import { goldenCards, goldenName } from './golden-cards.ts';
import { compareWithGolden } from './golden-picture.test-support.ts';

const folder = join(repositoryFolder, 'docs', 'cards');
const golden = (name: string): Buffer => readFileSync(join(folder, name));
const cards = goldenCards();
const sides = ['front', 'back'] as const;

test.each(cards)('$design in $script looks as it did: npm run cards draws it anew', (card) => {
  for (const side of sides) {
    const difference = compareWithGolden(
      drawGolden(card.faces[side], card.photo),
      golden(goldenName(card, side)),
    );
    expect(difference, side).toMatchObject({ isWithinTolerance: true });
  }
});

test('the folder holds these pictures and no others, small enough for a repository', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect(names.sort()).toEqual(cards.flatMap((card) => sides.map((side) => goldenName(card, side))).sort());
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(1_500_000);
});

test('the page that shows them is the one that is generated', () => {
  expect(golden('README.md').toString('utf8')).toBe(cardsDocument());
});

test('the card of the fixtures is that of the answers which they have: npm run cards draws it anew', async () => {
  const { faces, photo } = await fixtureCard();
  for (const side of sides) {
    const difference = compareWithGolden(drawGolden(faces[side], photo), readFileSync(fixtureCardPath(side)));
    expect(difference, side).toMatchObject({ isWithinTolerance: true });
  }
});

/** A face with one label moved to the right. */
function withMovedLabel(face: Face, byMm: number): Face {
  const at = face.items.findIndex((item) => item.kind === 'text' && item.field === 'label');
  return {
    ...face,
    items: face.items.map((item, index) => (index === at ? { ...item, ...movedBy(item, byMm) } : item)),
  };
}

function movedBy(item: Face['items'][number], byMm: number): { readonly xMm?: number } {
  return 'xMm' in item ? { xMm: item.xMm + byMm } : {};
}

test.each(cards)('a label that moved by a third of a millimetre is found in $design, $script', (card) => {
  for (const side of sides) {
    const moved = drawGolden(withMovedLabel(card.faces[side], 0.3), card.photo);
    const difference = compareWithGolden(moved, golden(goldenName(card, side)));
    expect(difference, side).toMatchObject({ isWithinTolerance: false });
  }
});
