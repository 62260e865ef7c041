import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { settingsText } from '../support/kiosk/settings-text.ts';
import { longUnless } from '../support/long.ts';
import { type Counter, expect, isRoot, test } from './deployed-fixtures.ts';

export type Environment = Readonly<Record<string, string>>;

/** What a start is refused with. */
export interface Brought {
  /** What the settings name; each that is missing is as usual at this counter. */
  readonly dataFolder?: string;
  readonly policyFile?: string;
  /** The whole text of the settings file instead, and its mode. */
  readonly settings?: string;
  readonly mode?: number;
  /** Variables instead of a settings file. */
  readonly variables?: Environment;
}

/** A start that is refused. */
export interface RefusedStart {
  /** Of the test and of its picture. */
  readonly name: string;
  /** Brings it about in this counter. */
  readonly bringAbout: (counter: Counter, setUpData: string) => Brought;
  readonly words?: readonly string[];
  readonly code: number;
  readonly title: string;
  /** Whether only root can bring it about. */
  readonly mounts?: boolean;
}

/** What lies below a place: names, sizes, and the text of small files. */
function contentOf(path: string | undefined): unknown {
  const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path === undefined || found === undefined) return 'nothing';
  if (!found.isDirectory()) return readFileSync(path, 'base64');
  return readdirSync(path)
    .sort()
    .filter((name) => name !== 'vault.db')
    .map((name) => [name, statSync(join(path, name)).size]);
}

function environmentOf(counter: Counter, brought: Brought): Environment {
  const { dataFolder = join(counter.home, 'data'), policyFile, settings, mode, variables } = brought;
  const text = settings ?? settingsText({ dataFolder, ...(policyFile === undefined ? {} : { policyFile }) });
  return variables ?? counter.settings(text, mode);
}

/**
 * A test for each: the page, the log and the exit code. In `npm test` those of `sampled`: what the keeper refuses for which
 * file, and the page of each code, other tests say one by one. About 2 s each: no kiosk comes up, only the page.
 */
export function expectRefused(rows: readonly RefusedStart[], sampled: readonly string[]): void {
  for (const { name, bringAbout, words, code, title, mounts } of rows) {
    test(
      `refused at the start, on the screen and by exit code ${code}: ${name}`,
      longUnless(sampled.includes(name)),
      async ({ openCounter, setUpData }) => {
        test.skip(mounts === true && !isRoot, 'only root may mount');
        const counter = await openCounter();
        const brought = bringAbout(counter, setUpData);
        const place = brought.dataFolder === '/usr' ? undefined : brought.dataFolder;
        const environment = environmentOf(counter, brought);
        try {
          const before = contentOf(place);
          const command = counter.start(environment, words);
          await counter.window(`${title} (CF-${code})`);
          counter.keepPicture(`refusal-${name}`);
          const [refusal, ...more] = command.refusals();
          expect(refusal).toContain(`counterfoil CF-${code}, exit code ${code}: ${title}.`);
          expect(more).toEqual([]);
          // Below that it is about how the command was started.
          if (code >= 30) expect(refusal).toMatch(/\(.*Path: \/.*\)$/);
          if (mounts !== true) expect(contentOf(place), 'nothing was made in its place').toEqual(before);
          expect(await command.stop()).toBe(code);
        } finally {
          if (mounts === true) execFileSync('umount', ['--lazy', join(counter.home, 'data')]);
        }
      },
    );
  }
}
