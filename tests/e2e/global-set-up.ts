import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { applicationFolder, bundle } from '../../build/bundle.ts';
import { prepareMachine } from '../../build/machine/prepare.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';

/** Whoever runs several suites bundles once, says so in COUNTERFOIL_BUNDLED, and every suite tests the same bytes. */
export default async function setUp(): Promise<void> {
  const machine = await prepareMachine({ needs: ['gui', 'display', 'keyboard', 'selections', 'print'] });
  if (!machine.ok) throw new Error(machine.error.say);
  const runtime = await findRuntime();
  process.stdout.write(`${runtime.say}\n`);
  const bundled = existsSync(join(applicationFolder, 'session', 'main.cjs'));
  if (process.env.COUNTERFOIL_BUNDLED !== '1' || !bundled) await bundle('evaluation');
}
