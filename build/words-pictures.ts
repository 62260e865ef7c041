import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixtures } from './dev/fixtures/fixtures.ts';
import { openWindow } from './dev/open-window.ts';
import { createScreens } from './dev/serve-screens.ts';
import { repositoryFolder } from './kiosk/launch-keeper.ts';
import { prepareMachine } from './machine/prepare.ts';
import { goldenPapers } from './papers/golden-papers.ts';
import { repository } from './vite/repository.ts';
import { readCatalog } from './words/catalog.ts';
import { indexPage } from './words/index-page.ts';
import { type ShownState, showState } from './words/show-state.ts';
import { indexOfWords, pictureOf } from './words/word-index.ts';
import { wordsOnPaper } from './words/words-on-paper.ts';

const folder = join(repositoryFolder, 'out', 'words');

/** A state takes a second; the first one loads everything, and the machine may have more to do. */
const PATIENCE_MILLISECONDS = 120_000;

/** Another port than those of `npm run dev` and the parts' suite: all may run. */
const SERVER = {
  server: { port: 5473, hmr: false },
  cacheDir: fileURLToPath(new URL('node_modules/.cache/counterfoil-words/', repository)),
} as const;

async function photographStates(): Promise<readonly ShownState[]> {
  const server = await createScreens(SERVER);
  await server.listen();
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('the server of the screens has no address');
  const { page, close } = await openWindow();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  try {
    const states: ShownState[] = [];
    for (const fixture of fixtures) {
      process.stdout.write(`${fixture.name}\n`);
      states.push(await showState(page, address, fixture));
      await page.screenshot({ path: join(folder, pictureOf(fixture.name)) });
    }
    return states;
  } finally {
    await close();
    await server.close();
  }
}

/** `npm run words:pictures`: a picture of every state, and where each message stands in it, in out/words. */
async function picturesOfWords(): Promise<void> {
  const machine = await prepareMachine({ needs: ['gui', 'display'] });
  if (!machine.ok) throw new Error(machine.error.say);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const states = await photographStates();
  const papers = goldenPapers.map(({ name, paper }) => ({
    picture: `../../docs/paper/${name}`,
    words: wordsOnPaper(paper),
  }));
  const messages = indexOfWords(await readCatalog(), states, papers);
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify({ states, messages }, null, 2)}\n`);
  writeFileSync(join(folder, 'index.html'), indexPage(messages, states));
  const shown = messages.filter(({ places }) => places.length > 0).length;
  process.stdout.write(
    `${shown} of ${messages.length} messages in ${states.length} pictures: out/words/index.html\n`,
  );
}

await picturesOfWords();
