import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { SECOND_SUPERVISOR, SUPERVISOR, waitForStart } from '../../build/kiosk/clerk.ts';
import { production } from '../../shared/contract/command/production.ts';
import { patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { getState, tellCore } from '../support/kiosk/core-calls.ts';
import { todayHere } from './bench.ts';
import { enrollToPrint, plantCard } from './enrollment.ts';
import { canariesOf, createCanaryPerson } from './person.ts';
import { recordPhotoPatterns } from './products.ts';
import { addKeepersFindings, addSearch, type RemanenceResult } from './result.ts';
import { scanFiles, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';
import { watchProduction } from './watch-production.ts';
import type { WatchedCounter } from './watched-counter.ts';

/** Somebody whose application the kiosk goes on holding, and what to look for of them. */
export interface HeldPerson {
  readonly ticket: number;
  readonly name: string;
  readonly patterns: readonly SearchPattern[];
}

/**
 * Somebody is enrolled like everybody of this suite, with photo, checked documents and a printed card, and is set aside instead
 * of having the card handed over. They are held and produced by two supervisors; then they are looked for everywhere, on the
 * drive as well. While they were open they must be found in page, core and print worker; in the process that seals their
 * record while it does; and afterwards in what the recipient opens: the positive controls. A supervisor is signed in
 * afterwards, and there is a second one. From here on the hold stops new applications.
 */
export async function produceAndLook(counter: WatchedCounter, result: RemanenceResult): Promise<HeldPerson> {
  const { bench, kiosk, began } = counter;
  const tree = (): readonly number[] => bench.tree(kiosk);
  await tellCore(counter.session.page, 'signIn', SUPERVISOR);
  await waitForStart(counter.session.page);
  const { name, patterns, labels } = await setAsideWithCard(counter, result);

  const { page } = counter.session;
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const [open] = (await getState(page)).status.inProgress;
  if (open === undefined) throw new VoidRun('nobody was set aside');
  const { ticket } = open;
  await tellCore(page, 'setHold', { reason: 'court-order', tickets: [ticket] });
  await tellCore(page, 'approve', { act: 'produceRecord', ticket, recipient, ...SECOND_SUPERVISOR });
  const { produced, found } = await watchProduction(tree, patterns, labels, async () =>
    production.parse(await tellCore(page, 'produceRecord', { ticket, recipient })),
  );
  result.control += found.length;
  const memory = scanMemory(tree(), patterns);
  const files = await scanFiles([...bench.roots, bench.drive], patterns, began);
  addSearch(result, { memory, files, raw: await bench.disk.searchRaw(patterns) });

  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const opened = await decrypter.decrypt(readFileSync(join(bench.drive, produced.file)), 'text');
  if (!opened.includes(name))
    throw new VoidRun('positive control: the recipient does not find the name in what was produced');
  result.control += 1;
  return { ticket, name, patterns };
}

/** What there is of somebody who was set aside. */
interface SetAside {
  readonly name: string;
  readonly patterns: readonly SearchPattern[];
  /** What of it a record has, by label. */
  readonly labels: readonly string[];
}

/** From the start screen to the hand-over question as everybody, and back to the start screen of the next session. */
async function setAsideWithCard(counter: WatchedCounter, result: RemanenceResult): Promise<SetAside> {
  const { bench, kiosk, keys, nextKey, queue, spool, session } = counter;
  const tree = (): readonly number[] => bench.tree(kiosk);
  const person = createCanaryPerson(Math.random);
  bench.film(result.enrollments + 1);
  spool?.holdNext();
  const context = { tree, nextKey, queue, isRenewal: false, today: todayHere() };
  const sent = await enrollToPrint(session, keys, person, context);
  const planted = await plantCard(session, keys, sent, context, async (patterns) => {
    await spool?.whilePrinting(patterns);
  });
  result.control += planted.control;
  const { name } = person;
  // All but the key: as long as the application is held the kiosk has it.
  const ofPerson = [...planted.patterns, ...recordPhotoPatterns(sent.photo)].filter(
    ({ label }) => label !== 'key',
  );
  const patterns = [
    ...ofPerson.map((pattern) => ({ ...pattern, label: held(pattern.label) })),
    ...name.split(' ').flatMap((word) => patternsOfValue('word of the held name', word)),
  ];
  addKeepersFindings(result, 'what was held', scanMemory(tree(), patterns).findings);
  const labels = [
    ...canariesOf(person).map(([label]) => label),
    ...['card number', 'photo JPEG', 'photo in base64'],
  ].map(held);
  await session.page.locator('[aria-keyshortcuts="F6"]').first().waitFor();
  await session.browser.close();
  await keys.press('F6');
  counter.session = await attachToShown(bench.dataFolder, session.pid);
  await waitForStart(counter.session.page);
  return { name, patterns, labels };
}

const held = (label: string): string => `held ${label}`;
