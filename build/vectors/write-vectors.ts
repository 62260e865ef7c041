import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { done, type Outcome } from '../outcome.ts';
import type { VectorFile } from './ledger-vectors.ts';

/** Where the vectors are kept. */
export const vectorsFolder = fileURLToPath(new URL('../../docs/vectors/', import.meta.url));

/** Writes files of docs/vectors anew. A test fails when they and the code differ. */
export function writeVectors(files: readonly VectorFile[]): Outcome {
  for (const { name, text } of files) writeFileSync(`${vectorsFolder}${name}`, text);
  return done(`${files.length} files were written to docs/vectors.`);
}
