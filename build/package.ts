import { elapsed } from './machine/progress.ts';
import { makeDeb } from './packaging/deb/make-deb.ts';
import { packageEvaluation, packageRehearsal, packageRelease } from './packaging/package-application.ts';
import { describeFolder } from './packaging/weigh-folder.ts';

const KNOWN = ['--dir', '--release', '--rehearsal'];

/**
 * `npm run package`: the application as a folder that runs anywhere on Linux, and as a .deb unless `--dir`
 * asks for the folder alone. `--release` makes what residents' data may be given to, `--rehearsal` the same code on
 * the evaluation runtime, which never goes live. Returns the exit code.
 */
async function run(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !KNOWN.includes(word));
  if (unknown !== undefined) return refuse(`npm run package knows ${KNOWN.join(', ')}, not ${unknown}.`);
  const start = performance.now();
  if (words.includes('--release') && words.includes('--rehearsal'))
    return refuse('A package is a release or a rehearsal, not both.');
  const made = words.includes('--release')
    ? await packageRelease()
    : words.includes('--rehearsal')
      ? await packageRehearsal()
      : await packageEvaluation();
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
