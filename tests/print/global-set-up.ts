import { prepareMachine } from '../../build/machine/prepare.ts';
import { bundlePrograms } from '../support/bundle-programs.ts';
import { compileStreamingPrinter } from './peers/streaming-printer.ts';
import { programFolder, programSources } from './programs.ts';

/** Without CUPS there is nothing to test against: root gets it installed, anybody else the one command. */
export default async function setUp(): Promise<void> {
  const prepared = await prepareMachine({ needs: ['print'] });
  if (!prepared.ok) throw new Error(prepared.error.say);
  await bundlePrograms(programFolder, programSources);
  compileStreamingPrinter();
}
