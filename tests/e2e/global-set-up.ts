import { ensureBundled } from '../../build/kiosk/ensure-bundled.ts';
import { prepareMachine } from '../../build/machine/prepare.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';

/** What every test here needs: the machine's programs, a runtime, and the application bundled. */
export default async function setUp(): Promise<void> {
  const machine = await prepareMachine({
    needs: ['gui', 'display', 'keyboard', 'selections', 'windows', 'print'],
  });
  if (!machine.ok) throw new Error(machine.error.say);
  const runtime = await findRuntime();
  process.stdout.write(`${runtime.say}\n`);
  await ensureBundled();
}
