import type { SealedColumn } from '../../shared/contract/application/application-snapshot.ts';
import type { Who } from './marks.ts';

/** Large enough for several pages of the vault, small enough for a thousand runs. */
const BYTES: Readonly<Record<SealedColumn | 'windows', number>> = {
  answers: 900,
  photo: 6_000,
  card: 1_500,
  tray: 300,
  windows: 2_000,
};

/** The words of an application that no other file on earth holds: what the disk is searched for. */
export function canaryOf(token: string, who: Who): string {
  return `${token}-${who}`;
}

/** What one version of one column says in clear. */
export function contentOf(
  token: string,
  who: Who,
  column: SealedColumn | 'windows',
  version: number,
): string {
  return `${canaryOf(token, who)} ${column} ${version}`;
}

/** The bytes that are sealed: the content again and again, so that no part of them is without a canary. */
export function plainBytes(content: string, column: SealedColumn | 'windows'): Buffer {
  const line = `${content}\n`;
  return Buffer.from(line.repeat(Math.ceil(BYTES[column] / line.length)));
}

/** The content of bytes that `plainBytes` made, or what they say instead. */
export function readContent(plain: Uint8Array): string {
  const [line = ''] = Buffer.from(plain).toString().split('\n', 1);
  return line;
}
