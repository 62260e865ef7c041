import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import type { Reading } from '../../../shared/doctor/reading.ts';
import { attempt, orNull } from '../../lib/file-systems/attempt.ts';

/** Reads a file of the system as text. What is not there and what may not be read are answers, not errors. */
export function readText(path: string): Reading {
  const text = attempt(() => readFileSync(path, 'utf8'));
  if (text.ok) return { kind: 'read', text: text.value };
  return isAbsent(text.error) ? { kind: 'missing' } : { kind: 'unreadable', code: text.error };
}

/** Whether errno's name says that nothing is there. */
export function isAbsent(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The names in a folder, sorted; null: it is not there, or can't be listed. */
export function namesIn(folder: string): readonly string[] | null {
  return orNull(() => readdirSync(folder).toSorted());
}

/** The same where a folder that is not there has nothing in it; null: it can't be listed. */
export function namesIfAny(folder: string): readonly string[] | null {
  const names = attempt(() => readdirSync(folder).toSorted());
  if (names.ok) return names.value;
  return isAbsent(names.error) ? [] : null;
}

/** What lies at a path, through links; null: nothing that can be seen. */
export function statAt(path: string): Stats | null {
  return orNull(() => statSync(path));
}

/** What lies at a path itself, a link or not; null: nothing that can be seen. */
export function lstatAt(path: string): Stats | null {
  return orNull(() => lstatSync(path));
}
