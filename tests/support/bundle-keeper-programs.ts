import { rmSync } from 'node:fs';
import {
  areProgramsKept,
  programFolder,
  programSources,
} from '../../electron/keeper/start/keeper-programs.test-support.ts';
import { bundlePrograms } from './bundle-programs.ts';

/** Before the first test of a keeper: what its sessions and print workers run. Answers what is done after the last one. */
export default async function setUp(): Promise<() => void> {
  await bundlePrograms(programFolder, programSources);
  return () => {
    if (!areProgramsKept) rmSync(programFolder, { recursive: true, force: true });
  };
}
