import { type Display, startDisplay } from '../machine/display.ts';
import type { Need } from '../machine/needs.ts';
import { prepareMachine } from '../machine/prepare.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ensureBundled } from './ensure-bundled.ts';

/** Everything a kiosk needs before it can be started. */
export interface ReadyKiosk {
  readonly runtime: Runtime;
  readonly display: Display;
}

/**
 * Brings what the machine lacks, finds the runtime and says which, bundles the application, and sees to a
 * display. Ends the process with one plain sentence where something cannot be had.
 */
export async function makeReady(
  needs: readonly Need[],
  options: { readonly ownDisplay: boolean },
): Promise<ReadyKiosk> {
  const machine = await prepareMachine({ needs });
  if (!machine.ok) return giveUp(machine.error.say);
  const runtime = await findRuntime();
  process.stdout.write(`${runtime.say}\n`);
  await ensureBundled();
  const display = await startDisplay({ alwaysOwn: options.ownDisplay });
  if (!display.ok) return giveUp(display.error);
  return { runtime, display: display.value };
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
