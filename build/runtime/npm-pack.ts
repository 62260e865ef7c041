import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { lastLines, runCommand } from '../machine/command.ts';

/**
 * How to start npm. Under `npm run` the variable `npm_execpath` names the npm that is running; it is
 * started with our own Node. Another package manager sets the same variable, so its name is looked at.
 */
export function npmCommand(npmScript: string | undefined): readonly [string, ...string[]] {
  if (npmScript !== undefined && path.basename(npmScript) === 'npm-cli.js')
    return [process.execPath, npmScript];
  return ['npm'];
}

/**
 * Fetches one package with npm's own client, so that the user's registry, proxy and certificates count,
 * and returns the tarball's path. `into` must be an empty folder of ours.
 */
export async function packFromRegistry(
  packageName: string,
  version: string,
  into: string,
  projectFolder: string,
): Promise<Result<string, string>> {
  const [program, ...words] = npmCommand(process.env.npm_execpath);
  const packed = await runCommand(
    program,
    [
      ...words,
      'pack',
      `${packageName}@${version}`,
      '--ignore-scripts',
      '--loglevel=error',
      // npm's own pauses keep a machine without a network waiting for 70 s.
      '--fetch-retry-mintimeout=2000',
      '--fetch-retry-maxtimeout=10000',
      '--pack-destination',
      into,
    ],
    { folder: projectFolder },
  );
  if (!packed.ok) return err(`npm could not fetch it: ${lastLines(packed.error.output)}`);
  const tarball = (await readdir(into)).find((name) => name.endsWith('.tgz'));
  return tarball === undefined ? err('npm pack left no tarball') : ok(path.join(into, tarball));
}

/** The digest of a file of any size. */
export async function digestOfFile(
  algorithm: 'sha256' | 'sha512',
  file: string,
  encoding: 'hex' | 'base64',
): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/** Whether a file is the one that the pinned `sha512-…` string was made from. */
export async function hasIntegrity(file: string, integrity: string): Promise<boolean> {
  return integrity === `sha512-${await digestOfFile('sha512', file, 'base64')}`;
}
