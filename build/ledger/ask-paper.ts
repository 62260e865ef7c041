import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { NameOnPaper } from './record-search.ts';

/**
 * Asks for the name and the salt on a paper: two lines of the input, never the command line, which shells and lists of
 * processes keep. Null: no name was given.
 */
export async function askPaper(input: Readable, prompts: Writable): Promise<NameOnPaper | null> {
  const reader = createInterface({ input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  async function ask(question: string): Promise<string> {
    prompts.write(question);
    const line = await lines.next();
    return line.done === true ? '' : line.value;
  }
  try {
    const name = await ask('Name on the paper (empty: it is not checked): ');
    return name.trim() === '' ? null : { name, salt: await ask('Salt on the paper: ') };
  } finally {
    reader.close();
  }
}
