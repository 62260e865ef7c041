import { programFolder, programSources } from '../../electron/keeper/start/keeper-programs.test-support.ts';
import { bundlePrograms } from './bundle-programs.ts';

/** Before the first test of a keeper: what its sessions and print workers run. */
export default function setUp(): Promise<void> {
  return bundlePrograms(programFolder, programSources);
}
