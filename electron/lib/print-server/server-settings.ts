import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from '../file-systems/file-system-error.ts';
import { type Directive, topDirectives } from './directives.ts';

/** What a CUPS server of this machine was told: cups-files.conf and the cupsd.conf beside it. */
export interface ServerSettings {
  readonly files: readonly Directive[];
  readonly daemon: readonly Directive[];
  /** Where both lie; relative paths are relative to it unless ServerRoot says otherwise. */
  readonly folder: string;
}

/**
 * Reads both files. cupsd itself would go on with its defaults if cups-files.conf were missing; here that is
 * a refusal, since a server with its files elsewhere looks just the same.
 */
export function readServerSettings(filesConf: string): Result<ServerSettings, readonly SpoolRefusal[]> {
  const folder = dirname(filesConf);
  const files = readDirectives(filesConf);
  const daemon = readDirectives(join(folder, 'cupsd.conf'));
  if (files.ok && daemon.ok) return ok({ files: files.value, daemon: daemon.value, folder });
  return err([files, daemon].flatMap((read) => (read.ok ? [] : [read.error])));
}

function readDirectives(file: string): Result<readonly Directive[], SpoolRefusal> {
  try {
    const directives = topDirectives(readFileSync(file, 'utf8'));
    return directives === null ? err({ kind: 'settings-not-understood', file }) : ok(directives);
  } catch (error) {
    if (isFileSystemError(error)) return err({ kind: 'settings-unreadable', file });
    throw error;
  }
}
