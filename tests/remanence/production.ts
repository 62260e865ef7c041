import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { production } from '../../shared/contract/command/production.ts';
import { patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { getState, tellCore } from '../support/kiosk/core-calls.ts';
import { addSecondSupervisor, SECOND_SUPERVISOR } from '../support/kiosk/staff-at-the-kiosk.ts';
import { canariesOf, createCanaryPerson } from './person.ts';
import { addKeepersFindings, addSearch, type RemanenceResult } from './result.ts';
import { scanFiles, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';
import type { WatchedCounter } from './watched-counter.ts';

/** Somebody whose application the kiosk goes on holding, and what to look for of them. */
export interface HeldPerson {
  readonly ticket: number;
  readonly name: string;
  readonly patterns: readonly SearchPattern[];
}

/**
 * Somebody's application is set aside, held and produced by two supervisors; then they are looked for everywhere, on the
 * drive as well. While their details were typed they must be found in the core, and afterwards their name in what the
 * recipient opens: the positive controls. A supervisor is signed in afterwards, and there is a second one. From here on the
 * hold pauses new applications.
 */
export async function produceAndLook(counter: WatchedCounter, result: RemanenceResult): Promise<HeldPerson> {
  const { bench, kiosk, began, keys } = counter;
  const { page: first, pid, browser } = counter.session;
  const person = createCanaryPerson(Math.random);
  const typed = canariesOf(person);
  const { name } = person;
  const patterns = [
    ...typed.flatMap(([input, value]) => patternsOfValue(`held ${input}`, value)),
    ...name.split(' ').flatMap((word) => patternsOfValue('word of the held name', word)),
  ];
  await addSecondSupervisor(first);
  await tellCore(first, 'signIn', SUPERVISOR);
  await waitForStart(first);
  await keys.press('Enter');
  await waitForScreen(first, 'answers');
  for (const [field, value] of typed) await tellCore(first, 'answer', { field, typed: value });
  const control = scanMemory(bench.tree(kiosk), patterns).findings;
  for (const [input] of typed)
    if (!control.some(({ label, process }) => label === `held ${input}` && process.startsWith('core ')))
      throw new VoidRun(`positive control: held ${input} was not found in the core of its session`);
  addKeepersFindings(result, 'what was held', control);
  result.control += control.length;
  await browser.close();
  await keys.press('F6');
  counter.session = await attachToShown(bench.dataFolder, pid);
  const { page } = counter.session;
  await waitForStart(page);

  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const [open] = (await getState(page)).status.inProgress;
  if (open === undefined) throw new VoidRun('nobody was set aside');
  const { ticket } = open;
  await tellCore(page, 'setHold', { reason: 'court-order', tickets: [ticket] });
  await tellCore(page, 'approve', { act: 'produceRecord', ticket, recipient, ...SECOND_SUPERVISOR });
  const { file } = production.parse(await tellCore(page, 'produceRecord', { ticket, recipient }));
  const memory = scanMemory(bench.tree(kiosk), patterns);
  const files = await scanFiles([...bench.roots, bench.drive], patterns, began);
  addSearch(result, { memory, files, raw: await bench.disk.searchRaw(patterns) });

  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const opened = await decrypter.decrypt(readFileSync(join(bench.drive, file)), 'text');
  if (!opened.includes(name))
    throw new VoidRun('positive control: the recipient does not find the name in what was produced');
  result.control += 1;
  return { ticket, name, patterns };
}
