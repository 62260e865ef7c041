import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** A program of the bench in a process of its own: what is measured shares nothing with what measures. */
export interface SideProgram {
  /** One question at a time. Rejects when the program ends before it has answered. */
  ask<Schema extends z.ZodType>(question: string, answer: Schema): Promise<z.output<Schema>>;
  /** Lets it end in order, and waits for that. */
  stop(): Promise<void>;
}

/** Starts one of the programs of this folder, which `answerQuestions`, and waits until it does. It ends with this process. */
export async function startSideProgram(name: string, words: readonly string[] = []): Promise<SideProgram> {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), words, {
    // What is in use can only be told from what is merely not collected yet by collecting it.
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const nextWord = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      void ended.then(() => reject(new Error(`${name} ended`)));
    });
  await nextWord();
  return {
    async ask(question, answer) {
      const said = nextWord();
      child.send(question);
      return answer.parse(await said);
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** The other side: says that it is ready, answers one question after the other, and ends with whoever asks. */
export function answerQuestions(
  answer: (question: string) => Promise<unknown>,
  leave: () => Promise<void>,
): void {
  process.on('message', (question) => {
    // What is thrown ends this process, and whoever asked learns that.
    void answer(String(question)).then((said) => process.send?.(said));
  });
  process.once('disconnect', () => void leave().then(() => process.exit(0)));
  process.send?.('ready');
}
