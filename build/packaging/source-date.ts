import { fileURLToPath } from 'node:url';
import { type RunCommand, runCommand } from '../machine/command.ts';
import { repository } from '../vite/repository.ts';

/**
 * The moment that every file of a package has, in seconds since 1970: two makings of one source are equal bytes.
 * SOURCE_DATE_EPOCH as everywhere (reproducible-builds.org), else the last commit's time, else `fallback`: sources without
 * their history.
 */
export async function sourceDate(
  told: string | undefined,
  fallback: number,
  run: RunCommand = runCommand,
): Promise<number> {
  if (told !== undefined && /^\d+$/.test(told)) return Number(told);
  const committed = await run('git', ['log', '-1', '--format=%ct'], { folder: fileURLToPath(repository) });
  const seconds = committed.ok ? committed.value.trim() : '';
  return /^\d+$/.test(seconds) ? Number(seconds) : fallback;
}
