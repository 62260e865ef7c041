import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '../../shared/result.ts';
import { lastLines, runCommand } from '../machine/command.ts';
import { repository } from '../vite/repository.ts';
import { type OtherSbom, otherSbom } from './third-parties/sbom.ts';

/** What cyclonedx-npm knows of every npm package of this repository; which of them are shipped is for others to say. */
export async function npmSbom(): Promise<Result<OtherSbom, string>> {
  const root = fileURLToPath(repository);
  const folder = await mkdtemp(join(tmpdir(), 'npm-sbom-'));
  try {
    const file = join(folder, 'npm.cdx.json');
    const made = await runCommand(
      join(root, 'node_modules', '.bin', 'cyclonedx-npm'),
      [
        ...['--output-reproducible', '--flatten-components', '--spec-version', '1.6'],
        // What npm finds odd about the tree (an optional package for another platform) is no reason to know nothing.
        ...['--ignore-npm-errors', '--output-format', 'JSON', '--output-file', file],
      ],
      { folder: root },
    );
    if (!made.ok) return err(`cyclonedx-npm: ${lastLines(made.error.output)}`);
    return ok(otherSbom.parse(JSON.parse(await readFile(file, 'utf8'))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
