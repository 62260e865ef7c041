import type { ChaosProxy } from './chaos-proxy.ts';

/**
 * Waits for what the kiosk tells of a change at its printer, and throws where it needed more than one look for it.
 * `operation`: what a look begins with. The look that is under way may miss the change; the one after it passes this
 * line, and the next is held until `told`. So nothing depends on how fast the machine is: a kiosk that looks every
 * second and needs one whole look tells within the two seconds that are promised.
 */
export async function toldByNextPoll<Told>(
  line: ChaosProxy,
  operation: number,
  told: () => Promise<Told>,
): Promise<Told> {
  const polls = (): number => line.operations().filter((each) => each === operation).length;
  const held = polls() + 2;
  line.onOperation(operation, { kind: 'hold-request' }, 2);
  const seen = await told();
  await line.waitForOperation(operation, held);
  // A kiosk that is not answered gives up in the end, and looks once more.
  if (polls() > held) throw new Error(`it took ${polls() - held} looks too many`);
  line.release();
  return seen;
}
