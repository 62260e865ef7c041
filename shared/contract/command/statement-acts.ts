import { z } from 'zod';
import { call } from '../declare.ts';
import { statementPaper } from '../paper.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Calls about custody statements: what this kiosk says under its signature that it holds. */
export const statementActs = {
  /** Searches all that the kiosk owns. Answers when that is done: what was found, worded by the keeper, and its digest. */
  makeStatement: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({}),
    output: z.object({ paper: statementPaper, digest }),
  }),
  /** Writes the last one to the folder for exports (a stick). Answers the file's name. */
  saveStatement: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ digest }),
    output: z.object({ file: z.string() }),
  }),
  /** Prints the last one on the ordinary printer. */
  printStatement: call({
    role: 'supervisor',
    moment: 'always',
    input: z.object({ digest }),
    output: z.object({ number: z.number().int() }),
  }),
} as const;
