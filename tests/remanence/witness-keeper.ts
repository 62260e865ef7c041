import { writeSync } from 'node:fs';
import { readMachine } from '../../electron/keeper/start/keeper-machine.ts';
import { type KeeperParts, productParts } from '../../electron/keeper/start/keeper-parts.ts';
import { runKeeper } from '../../electron/keeper/start/run-keeper.ts';
import type { Services } from '../../electron/keeper/start/services.ts';
import type { WipeActs } from '../../electron/keeper/wipe/wipe-parts.ts';
import { scriptedSelections } from '../../electron/keeper/x-display/selections.test-support.ts';
import { keeperEnvironment } from '../../shared/contract/configuration.ts';
import { ok } from '../../shared/result.ts';
import { END_DAY, endDay } from './end-of-day.ts';
import { heldProduction } from './hold-production.ts';
import { keepJournal } from './keep-journal.ts';
import { ASK_NAMES, type OpenNames } from './witness-names.ts';
import { replyOf } from './witness-questions.ts';
import { ASK_KEY, keyThatSigns, letAnotherSign, ROLL_KEY } from './witness-signing-key.ts';

/**
 * The keeper as the remanence suite starts it: the product's own, with three things around it. A witness
 * hears every application's key through an inherited pipe (the suite must know a key to search for it, and
 * no other way leaves no copy in this process). The process that seals a record stands still once, to be
 * searched. And a sabotage may make acts of the wipe lie, to show that the suite finds what a broken wipe leaves.
 */
const WITNESS_PIPE = 4;

/** The product's custody, whose new keys are told. */
const openWitnessed: KeeperParts['openCustody'] = (options) => {
  const opened = productParts(readMachine(process.env)).openCustody(options);
  if (!opened.ok) return opened;
  const custody = opened.value;
  return ok({
    ...custody,
    create(application, kind) {
      const created = custody.create(application, kind);
      const key = custody.open(application);
      if (!created.ok || !key.ok) throw new Error('a key that was just made is not there');
      writeSync(WITNESS_PIPE, key.value);
      return created;
    },
  });
};

function sabotage(acts: WipeActs, kind: string | undefined): WipeActs {
  switch (kind) {
    case undefined:
    // Its own fault lies in what empties the selections, below.
    case 'keep-selections':
      return acts;
    case 'skip-wipe':
      // Rows that stay are found by the product's own search already: they still name the application.
      return { ...acts, destroyKey: () => true };
    case 'keep-journal':
      return keptJournal.adjust(acts);
    case 'skip-session-end':
      return {
        ...acts,
        endSession: () => Promise.resolve({ selections: 'empty' }),
        removeFolder: () => true,
      };
    default:
      throw new Error(`no such sabotage: ${kind}`);
  }
}

const { COUNTERFOIL_CONFIGURATION: given } = keeperEnvironment.parse(process.env);
const keptJournal = keepJournal(given.dataFolder);
const configuration = { ...given, productionPath: heldProduction(given.productionPath) };
const keeper = await runKeeper(configuration, {
  ...productParts(readMachine(process.env)),
  openCustody: openWitnessed,
  ...(process.env.COUNTERFOIL_SABOTAGE === 'keep-selections' ? { openSelections: scriptedSelections } : {}),
  adjustActs: (acts) => sabotage(acts, process.env.COUNTERFOIL_SABOTAGE),
});
if (!keeper.ok) throw new Error(`the keeper does not start: ${JSON.stringify(keeper.error)}`);
if (process.env.COUNTERFOIL_SABOTAGE === 'keep-journal') keptJournal.watch(keeper.value.services.vault);
process.stdout.write('counterfoil: the kiosk is on the screen\n');
process.on('message', (question) => {
  const { services } = keeper.value;
  if (question === ROLL_KEY) letAnotherSign(services);
  if (question === ROLL_KEY || question === ASK_KEY)
    process.send?.(replyOf(() => keyThatSigns(services, given.dataFolder)));
  if (question === ASK_NAMES) process.send?.(replyOf(() => namesOf(services)));
  if (question === END_DAY) process.send?.(replyOf(() => endDay(services)));
});
process.on('SIGTERM', () => void keeper.value.stop().then(() => process.exit(0)));
process.on('disconnect', () => void keeper.value.stop().then(() => process.exit(0)));

function namesOf({ vault, jobRows, cardLookUp }: Services): OpenNames {
  return vault.open().map(({ id, job }) => {
    const hashes = cardLookUp.of(id);
    return {
      ids: [id],
      jobs: [...new Set([...(job === null ? [] : [job]), ...jobRows.of(id).map(({ name }) => name)])],
      hashes: hashes === null ? [] : [hashes.full, hashes.lastFour],
    };
  });
}
