import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { vectorsFolder } from '../../build/vectors/write-vectors.ts';
import type { Question } from './ledger-cases.test-support.ts';

const receipts = z.object({
  receipts: z.array(z.object({ receipt: z.looseObject({ code: z.string() }) })),
  cases: z.array(z.object({ checkpoint: z.string().optional(), verdict: z.string() })),
});
const lists = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** As deep as JSON may be nested. */
const DEEPEST = 100;

/** Six receipts and six ledgers: of those each that can be told, then those that cannot. */
export function oddQuestions(folder: string): readonly Question[] {
  const ledger = join(vectorsFolder, 'ledger.ndjson');
  const facts = receipts.parse(JSON.parse(readFileSync(join(vectorsFolder, 'receipts.json'), 'utf8')));
  const [first] = facts.receipts;
  const checkpoint = facts.cases.find((each) => each.verdict === 'valid' && each.checkpoint)?.checkpoint;
  if (first === undefined || checkpoint === undefined) throw new Error('the vectors have both');
  const { code } = first.receipt;
  const text = readFileSync(ledger, 'utf8');
  const fileOf = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const more = (name: string, value: string): Question => ({
    receipt: fileOf(`${name}.receipt`, JSON.stringify(first.receipt).replace('{', `{"more":${value},`)),
    ...{ ledger, checkpoint },
  });
  const field = (name: string, value: string): Question => ({
    ledger: fileOf(`${name}.export`, text.replace('"blanks":480', `"blanks":${value}`)),
  });
  const many = `1${'0'.repeat(5_000)}`;
  const none = fileOf('none.export', 'This is no ledger.');
  return [
    ...[more('many', many), more('lists', lists(DEEPEST - 1)), more('brackets', `"${'['.repeat(200_000)}"`)],
    ...[
      more('deeper', lists(DEEPEST)),
      more('deep', lists(100_000)),
      { receipt: code.slice(1), ledger: none },
    ],
    ...[
      field('many', many),
      field('lists', lists(DEEPEST - 2)),
      field('brackets', `"${'['.repeat(200_000)}"`),
    ],
    ...[field('deeper', lists(DEEPEST - 1)), field('deep', lists(100_000))],
    { receipt: code, checkpoint },
  ];
}
