import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardsDocument } from './cards/document.ts';
import { drawGolden } from './cards/draw-golden.ts';
import { fixtureCard, fixtureCardPath } from './cards/fixture-card.ts';
import { goldenCards, goldenName } from './cards/golden-cards.ts';
import { goldenPng } from './cards/golden-picture.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { drawGoldenPaper, goldenPapers } from './papers/golden-papers.ts';

/** `npm run cards`: draws docs/cards, docs/paper and the fixtures' card anew. Look at every picture before it goes into the repository. */
const folder = join(repositoryFolder, 'docs', 'cards');
const sides = ['front', 'back'] as const;
let bytes = 0;
const cards = goldenCards();
for (const card of cards) {
  for (const side of sides) {
    const png = goldenPng(drawGolden(card.faces[side], card.photo));
    bytes += png.length;
    writeFileSync(join(folder, goldenName(card, side)), png);
  }
}
writeFileSync(join(folder, 'README.md'), cardsDocument());
const ofFixtures = await fixtureCard();
for (const side of sides)
  writeFileSync(fixtureCardPath(side), goldenPng(drawGolden(ofFixtures.faces[side], ofFixtures.photo)));
for (const paper of goldenPapers)
  writeFileSync(join(repositoryFolder, 'docs', 'paper', paper.name), goldenPng(drawGoldenPaper(paper)));
process.stdout.write(
  `${cards.length * sides.length} pictures, ${(bytes / 1e6).toFixed(2)} MB, in docs/cards; ${goldenPapers.length} in docs/paper.\n`,
);
