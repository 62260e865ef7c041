import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SearchPattern } from '../../../shared/remanence/patterns.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  CHUNK_BYTES,
  type FileHit,
  type FileSearchReport,
  type FileSearchRequest,
  searchFiles,
} from './search-files.ts';

const TOKEN_BYTES = 32;

/** Half of the token lies in the second chunk, so that finding it also proves the reading across chunks. */
const TOKEN_AT = CHUNK_BYTES - TOKEN_BYTES / 2;

/** Cannot be the label of a value: values are labelled with words. */
const TOKEN_LABEL = '(positive control)';

/** A search that says nothing, whatever it found. */
export interface VoidSearch {
  readonly kind: 'void';
  readonly reason: 'nothing to search for' | 'not planted' | 'not found' | 'found elsewhere' | 'not removed';
}

/**
 * Runs a search of files together with its own proof: a random token is planted in `folder` (which must lie
 * below one of the roots), the search must find it exactly there and nowhere else, and it is removed again.
 * Otherwise the search is void and "no hits" must not be believed. The report is without the token: its
 * file and bytes are not counted, its hits not listed.
 */
export async function searchWithControl(
  request: FileSearchRequest,
  folder: string,
  search: (request: FileSearchRequest) => Promise<FileSearchReport> = searchFiles,
): Promise<Result<FileSearchReport, VoidSearch>> {
  // Finding only the token would look like a clean result.
  if (request.patterns.length === 0) return voidSearch('nothing to search for');
  const token = randomBytes(TOKEN_BYTES);
  const path = join(folder, `control-${randomBytes(8).toString('hex')}`);
  const planted = await succeeds(() =>
    writeFile(path, Buffer.concat([Buffer.alloc(TOKEN_AT), token]), { flag: 'wx', mode: 0o600 }),
  );
  if (!planted) return voidSearch((await removed(path)) ? 'not planted' : 'not removed');

  let report: FileSearchReport;
  let gone = false;
  try {
    const control: SearchPattern = { label: TOKEN_LABEL, encoding: 'raw', bytes: token };
    report = await search({ ...request, patterns: [...request.patterns, control] });
  } finally {
    gone = await removed(path);
  }
  if (!gone) return voidSearch('not removed');
  const [found, ...others] = report.hits.filter((hit) => hit.label === TOKEN_LABEL);
  if (!found) return voidSearch('not found');
  if (others.length > 0 || !isPlanted(found, path)) return voidSearch('found elsewhere');
  return ok({
    ...report,
    files: report.files - 1,
    bytes: report.bytes - TOKEN_AT - TOKEN_BYTES,
    hits: report.hits.filter((hit) => hit.label !== TOKEN_LABEL),
  });
}

/** By name and place: the folder of the report is resolved, ours may lead through a link. */
function isPlanted(hit: FileHit, path: string): boolean {
  return hit.where === 'content' && hit.offset === TOKEN_AT && basename(hit.path) === basename(path);
}

function removed(path: string): Promise<boolean> {
  return succeeds(() => rm(path, { force: true }));
}

async function succeeds(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}

function voidSearch(reason: VoidSearch['reason']): Result<never, VoidSearch> {
  return err({ kind: 'void', reason });
}
