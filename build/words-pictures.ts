import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paper } from '../shared/contract/paper.ts';
import { goldenPng } from './cards/golden-picture.ts';
import { buildPages } from './dev/build-pages.ts';
import { fixtures } from './dev/fixtures/fixtures.ts';
import { openWindow } from './dev/open-window.ts';
import { serveBuiltPages } from './dev/serve-built-pages.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { prepareMachine } from './machine/prepare.ts';
import { drawGoldenPaper } from './papers/golden-papers.ts';
import { readCatalog } from './words/catalog.ts';
import { indexPage } from './words/index-page.ts';
import { longestFits } from './words/longest-fit.ts';
import { type ShownState, showState } from './words/show-state.ts';
import { indexOfWords, knownAs, paperOf, pictureOf, summaryOf } from './words/word-index.ts';

const folder = join(repositoryFolder, 'out', 'words');

/** A state takes a second; the first one loads everything, and the machine may have more to do. */
const PATIENCE_MILLISECONDS = 120_000;

async function photographStates(): Promise<readonly ShownState[]> {
  const pages = join(repositoryFolder, 'out', 'words-pages');
  await buildPages(pages);
  const server = await serveBuiltPages(pages);
  const { page, close } = await openWindow();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  try {
    const states: ShownState[] = [];
    for (const fixture of fixtures) {
      process.stdout.write(`${fixture.name}\n`);
      states.push(await showState(page, server.address, fixture));
      await page.screenshot({ path: join(folder, pictureOf(fixture.name)) });
    }
    return states;
  } finally {
    await close();
    await server.close();
  }
}

/** The last paper that was printed on the way to a state, as the printer would have it. */
async function drawPaper({ name, papers }: ShownState): Promise<void> {
  const last = papers.at(-1);
  if (last === undefined) return;
  const pixels = drawGoldenPaper({ name, paper: paper.parse(last.paper) });
  writeFileSync(join(folder, paperOf(name)), goldenPng(pixels));
}

/**
 * `npm run words:pictures`: a picture of every state, and where each message stands in it, in out/words. Fails where a
 * message is in none.
 */
async function picturesOfWords(): Promise<void> {
  const machine = await prepareMachine({ needs: ['gui', 'display'] });
  if (!machine.ok) throw new Error(machine.error.say);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const states = await photographStates();
  for (const state of states) await drawPaper(state);
  const messages = indexOfWords(await readCatalog(), states, await longestFits());
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify({ states, messages }, null, 2)}\n`);
  writeFileSync(join(folder, 'index.html'), indexPage(messages, states));
  const nowhere = messages.filter((each) => knownAs(each) === 'nowhere');
  for (const { english, files } of nowhere)
    process.stdout.write(`No state shows: ${english} (${files.join(', ')})\n`);
  process.stdout.write(`${summaryOf(messages, states.length)}\nout/words/index.html\n`);
  if (nowhere.length > 0) process.exitCode = 1;
}

await picturesOfWords();
