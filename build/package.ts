import { elapsed } from './machine/progress.ts';
import { makeDeb } from './packaging/make-deb.ts';
import { packageEvaluation, packageRelease } from './packaging/package-application.ts';
import { describeFolder } from './packaging/weigh-folder.ts';

const KNOWN = ['--dir', '--release'];

/**
 * `npm run package`: the application as a folder that runs anywhere on Linux, and as a .deb unless `--dir`
 * asks for the folder alone. `--release` makes what residents' data may be given to. Returns the exit code.
 */
async function run(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !KNOWN.includes(word));
  if (unknown !== undefined) return refuse(`npm run package knows ${KNOWN.join(' and ')}, not ${unknown}.`);
  const start = performance.now();
  const made = words.includes('--release') ? await packageRelease() : await packageEvaluation();
  if (!made.ok) return refuse(made.error);
  const { folder, launcher, name } = made.value;
  say(`${name.product}: ${await describeFolder(folder)}, made in ${elapsed(start)}`);
  say(`Start it with ${launcher}`);
  if (words.includes('--dir')) return 0;
  const deb = await makeDeb(made.value);
  if (!deb.ok) return refuse(deb.error);
  say(`Install it with sudo apt-get install ${deb.value}`);
  return 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

process.exitCode = await run(process.argv.slice(2));
