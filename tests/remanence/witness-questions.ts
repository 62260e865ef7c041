import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';

// What the suite asks its keeper, over node's channel, and how that answers.

const reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), answer: z.unknown() }),
  z.object({ kind: z.literal('no-answer'), why: z.string() }),
]);
export type Reply = z.infer<typeof reply>;

/** In the keeper: what it sends. Why it cannot answer is sent as well: thrown, it would end the keeper, and whoever asked would wait for good. */
export function replyOf(answer: () => unknown): Reply {
  try {
    return { kind: 'answer', answer: answer() };
  } catch (error) {
    return { kind: 'no-answer', why: String(error) };
  }
}

/** Asks the suite's keeper. @throws where it cannot answer, or ends. */
export async function askKeeper(
  { process: keeper, ended }: { readonly process: ChildProcess; readonly ended: Promise<number | null> },
  question: string,
): Promise<unknown> {
  const replied = new Promise((resolve) => keeper.once('message', resolve));
  keeper.send(question);
  const death = ended.then((code) => {
    throw new Error(`the keeper ended (${code}) before it told ${question}`);
  });
  const told = reply.parse(await Promise.race([replied, death]));
  if (told.kind === 'no-answer') throw new Error(`the keeper does not tell ${question}: ${told.why}`);
  return told.answer;
}
