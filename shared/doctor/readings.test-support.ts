import type { Reading } from './reading.ts';

/** A file with this text. */
export function text(content: string): Reading {
  return { kind: 'read', text: content };
}

/** No such file. */
export const missing: Reading = { kind: 'missing' };

/** A file that this account may not read. */
export const forbidden: Reading = { kind: 'unreadable', code: 'EACCES' };
