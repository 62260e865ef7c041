import { findProgram } from '../../../build/machine/command.ts';

/** Where a program of the printing system lies. Fails with what to do about it: these tests have no stand-in for it. */
export async function printProgram(name: string): Promise<string> {
  const found = await findProgram(name);
  if (found === null) {
    throw new Error(
      `This machine has no ${name}. The printing tests need CUPS: run npm run test:print as root once, or install what it names.`,
    );
  }
  return found;
}
