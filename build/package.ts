import { elapsed } from './machine/progress.ts';
import { makeDeb } from './packaging/deb/make-deb.ts';
import { makeTar } from './packaging/make-tar.ts';
import { packageEvaluation, packageRehearsal, packageRelease } from './packaging/package-application.ts';
import { describeFolder } from './packaging/weigh-folder.ts';

const KNOWN = ['--dir', '--release', '--rehearsal', '--arm64'];

/**
 * `npm run package`: the application as a folder that runs anywhere on Linux, and as a .deb and a .tar.gz unless `--dir`
 * asks for the folder alone. `--release` makes what residents' data may be given to, `--rehearsal` the same code on
 * the evaluation runtime, which never goes live. `--arm64`: a release for that processor, on a machine with another one.
 * Returns the exit code.
 */
async function run(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !KNOWN.includes(word));
  if (unknown !== undefined) return refuse(`npm run package knows ${KNOWN.join(', ')}, not ${unknown}.`);
  const start = performance.now();
  if (words.includes('--release') && words.includes('--rehearsal'))
    return refuse('A package is a release or a rehearsal, not both.');
  const isForeign = words.includes('--arm64');
  if (isForeign && !words.includes('--release'))
    return refuse('Only a release is made for another processor: no evaluation runtime is for linux-arm64.');
  const made = words.includes('--release')
    ? await packageRelease(isForeign ? 'arm64' : undefined)
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
  const tar = await makeTar(made.value);
  if (!tar.ok) return refuse(tar.error);
  say(`The same as an archive: ${tar.value}`);
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
