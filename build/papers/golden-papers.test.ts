import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareWithGolden } from '../cards/golden-picture.test-support.ts';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';
import { drawGoldenPaper, type GoldenPaper, goldenPapers } from './golden-papers.ts';

const folder = join(repositoryFolder, 'docs', 'paper');
const differenceOf = (paper: GoldenPaper) =>
  compareWithGolden(drawGoldenPaper(paper), readFileSync(join(folder, paper.name)));

test.each(goldenPapers)('$name looks as it did: npm run cards draws it anew', (paper) => {
  expect(differenceOf(paper)).toMatchObject({ isWithinTolerance: true });
});

test.each(goldenPapers)('a heading that lost a word is found in $name', (golden) => {
  const heading = golden.paper.heading.split(' ').slice(1).join(' ');
  const changed = { ...golden, paper: { ...golden.paper, heading } };
  expect(differenceOf(changed)).toMatchObject({ isWithinTolerance: false });
});

test('the folder holds these pictures and no others', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect(names.sort()).toEqual(goldenPapers.map(({ name }) => name).sort());
});
