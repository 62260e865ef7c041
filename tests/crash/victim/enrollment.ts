import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Occupant } from '../../../electron/keeper/applications/occupants.ts';
import { callsOf } from '../../../electron/keeper/start/calls.ts';
import type { Services } from '../../../electron/keeper/start/services.ts';
import { occupyShown } from '../../../electron/keeper/start/stand-in-environment.test-support.ts';
import { type CardHashes, cardHashes, sealLookUp } from '../../../electron/lib/look-up/card-hashes.ts';
import { seal } from '../../../electron/lib/sealing/seal.ts';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import type {
  ApplicationSnapshot,
  OpenedApplication,
  SealedColumn,
} from '../../../shared/contract/application/application-snapshot.ts';
import type { Answer } from '../../../shared/contract/declare.ts';
import { contentOf, plainBytes } from '../content.ts';
import type { Who } from '../marks.ts';
import { tell } from './tell.ts';

type Calls = ReturnType<typeof callsOf>;

/** A core at work for one applicant, telling each act before it is asked for and after it was answered. */
interface Core {
  readonly calls: Calls;
  readonly occupant: Occupant;
  readonly opened: OpenedApplication;
  readonly who: Who;
}

const CLEAN = {
  kind: 'searched',
  values: 5,
  tooShort: 0,
  alsoOwn: 0,
  windows: 9,
  files: 12,
  bytes: 9000,
  hits: 0,
  unreadable: 0,
} as const;

function done<Value>(
  answer:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly error: { readonly kind: string } },
): Value {
  if (!answer.ok) throw new Error(`the keeper refuses: ${answer.error.kind}`);
  return answer.value;
}

/** Less than a victim is given: what it waited for is then said. */
const UNTIL_MILLISECONDS = 50_000;

/** A stop that never ends would look like a slow disk. `instead`: what holds then. */
async function until(isMet: () => boolean, instead: () => unknown): Promise<void> {
  const since = performance.now();
  while (!isMet()) {
    if (performance.now() - since > UNTIL_MILLISECONDS)
      throw new Error(`waited in vain: ${JSON.stringify(instead())}`);
    await wait(2);
  }
}

async function begin(services: Services, who: Who): Promise<Core> {
  const occupant = occupyShown(services);
  const calls = callsOf(services, occupant);
  const opened = done(await calls.create({}));
  tell({ kind: 'created', who, application: opened.application });
  return { calls, occupant, opened, who };
}

/** Has a part stored by the act that it belongs to, which may lead to one of these states. */
async function store(
  { opened, who }: Core,
  { token, column, version }: { token: string; column: Exclude<SealedColumn, 'tray'>; version: number },
  to: readonly string[],
  act: (sealed: Uint8Array) => Answer<ApplicationSnapshot> | Promise<Answer<ApplicationSnapshot>>,
): Promise<void> {
  tell({ kind: 'moving', who, to: [...to] });
  tell({ kind: 'storing', who, column, version });
  const plain = plainBytes(contentOf(token, who, column, version), column);
  const sealed = seal(opened.key, opened.application, column, plain);
  const { state } = done(await act(sealed));
  const ciphertext = Buffer.from(sealed.subarray(12, 44)).toString('hex');
  tell({ kind: 'stored', who, column, version, ciphertext });
  // The print worker may have told its first by now.
  if (to.length === 1) tell({ kind: 'moved', who, state });
}

function keepAnswers(core: Core, token: string, version: number): Promise<void> {
  return store(core, { token, column: 'answers', version }, ['draft'], (sealed) =>
    core.calls.keepAnswers({ sealed }),
  );
}

/** What a core tells of the card that it prints: of its number only what finds it again. */
function cardOf({ opened }: Core): CardHashes & { lookUp: Uint8Array } {
  const number = createCardNumber((count) => randomBytes(count));
  const hashes = cardHashes(opened.lookUpKey, number);
  tell({ kind: 'card', application: opened.application, number, ...hashes });
  return { ...hashes, lookUp: sealLookUp(opened.key, opened.application, number) };
}

/**
 * One enrollment from the first answer to the receipt, while another application waits in the vault: it is
 * never touched again, so whatever happens to it is the crash's doing.
 */
export async function enroll(services: Services, token: string): Promise<void> {
  const kept = await begin(services, 'kept');
  await keepAnswers(kept, token, 1);
  done(await kept.calls.putAside({ fingerprints: null }));
  await until(
    () => !services.occupants.has(kept.occupant.session.token),
    () => services.endings.shown(),
  );

  const core = await begin(services, 'wiped');
  const { calls } = core;
  await keepAnswers(core, token, 1);
  await keepAnswers(core, token, 2);
  tell({ kind: 'moving', who: 'wiped', to: ['checked'] });
  tell({ kind: 'moved', who: 'wiped', state: done(await calls.confirmDocuments({})).state });
  await store(core, { token, column: 'photo', version: 1 }, ['photographed'], (sealed) =>
    calls.keepPhoto({ sealed }),
  );
  await print(services, core, token);

  tell({ kind: 'finishing' });
  done(await calls.finish({ outcome: 'issued' }));
  done(await calls.erased({ search: CLEAN }));
  if (services.endings.shown().kind !== 'ended')
    throw new Error(`no receipt, but ${services.endings.shown().kind} at ${services.wipes.failure()?.step}`);
  tell({ kind: 'concluded' });
}

/** The card, from the one call that stores and queues it to the end of its worker. */
async function print(services: Services, core: Core, token: string): Promise<void> {
  const { calls, opened } = core;
  const plain = plainBytes(contentOf(token, 'wiped', 'windows', 1), 'windows');
  const fingerprints = seal(opened.key, opened.application, 'windows', plain);
  const found = cardOf(core);
  tell({ kind: 'storing', who: 'wiped', column: 'tray', version: 1 });
  await store(
    core,
    { token, column: 'card', version: 1 },
    ['queued', 'printing', 'printing-doubtful', 'printed'],
    (card) => calls.print({ ...found, occasion: 'read-back', card, fingerprints }),
  );
  const job = services.vault.find(opened.application)?.job ?? null;
  if (job === null) throw new Error('a card is printed without a job');
  tell({ kind: 'job', application: opened.application, job });
  const printed = (): boolean => services.vault.find(opened.application)?.state === 'printed';
  // The worker's end is written down too: the next act would come now before it and now after.
  const isRunning = (): boolean => services.jobs.isRunning(opened.application);
  await until(
    () => printed() && !isRunning(),
    () => ({ isRunning: isRunning(), record: services.vault.find(opened.application) }),
  );
  tell({ kind: 'moved', who: 'wiped', state: 'printed' });
}
