import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { applicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { InputOf } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import type { Occupant } from '../applications/occupants.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import type { NewCard } from './card-queue.ts';
import { printCalls } from './print-calls.ts';
import type { PrintJobs } from './print-jobs.ts';

/** What the session is told: made by another feature. */
const SNAPSHOT = applicationSnapshot.parse({
  ...{ revision: 1, state: 'queued', stage: null, troubles: [], ending: null },
  ...{ hasPhoto: true, cardSent: true, tray: null, denial: null },
});
const told = { ok: true, value: SNAPSHOT };
const refused = (kind: string) => ({ ok: false, error: { kind } });
const CARD: InputOf<typeof keeperCalls, 'print'> = {
  ...{ occasion: 'read-back', card: Uint8Array.of(1), fingerprints: null, lookUp: Uint8Array.of(2) },
  ...{ full: 'f'.repeat(64), lastFour: 'e'.repeat(64) },
};

/** An application that was photographed, in the session of whoever asks for its card. */
function stage() {
  const vault = newVault();
  const { id: application } = begin(vault, '2026-11-24', 1_800_000_000_000);
  vault.setState(application, reached({ kind: 'photographed' }));
  vault.store(application, 'photo', Uint8Array.of(5));
  const occupant = newOccupant();
  occupant.application = application;
  const is: {
    printer: Result<PrinterSettings, Refusal>;
    doubt: 'ahead' | null;
    endsWorker: boolean;
    startsWorker: boolean;
    running: boolean;
  } = {
    ...{ printer: ok(CARD_PRINTER), doubt: null, endsWorker: true, startsWorker: true, running: false },
  };
  /** In the order in which things were asked of the other features. */
  const asked: string[] = [];
  const queued: NewCard[] = [];
  const jobs: PrintJobs = {
    listen: () => undefined,
    prepare: () => undefined,
    start() {
      asked.push('worker');
      if (!is.startsWorker) throw new Error('no process');
    },
    isRunning: () => is.running,
    troubles: () => [],
    stop: () => is.running,
    async letClearUp() {
      asked.push('clear up');
    },
    async endWorker() {
      asked.push('end worker');
      return is.endsWorker ? ok(null) : err({ kind: 'still-running' });
    },
  };
  const calls = printCalls(
    {
      ...{ vault, jobs },
      printerToIssueOn: () => is.printer,
      time: { doubt: () => is.doubt },
      cardQueue: {
        add(card) {
          asked.push('queue');
          queued.push(card);
          const { printer, photo, sealed } = card;
          return {
            ...{ application, printer, photo, card: sealed.card, earlier: [], practice: false },
            ...{ job: jobId.parse('d'.repeat(32)), key: new Uint8Array(32) },
          };
        },
      },
      denials: { changed: (who: Occupant) => void asked.push(who === occupant ? 'denial' : 'another') },
      snapshots: { of: (_application: ApplicationId) => SNAPSHOT },
      screens: { refresh: () => void asked.push('screens') },
    },
    occupant,
  );
  return { vault, application, occupant, is, asked, queued, calls };
}

describe('a card', () => {
  it('is queued as it was sealed, once the worker before has ended; its own hears of it before the screens', async () => {
    const { application, asked, queued, calls } = stage();
    expect(await calls.print(CARD)).toEqual(told);
    expect(asked).toEqual(['clear up', 'end worker', 'queue', 'denial', 'worker', 'screens']);
    const { card, fingerprints, lookUp, full, lastFour } = CARD;
    expect(queued).toEqual([
      {
        ...{ application, printer: CARD_PRINTER, photo: Buffer.from([5]) },
        state: reached({ kind: 'queued' }),
        ...{ sealed: { card, fingerprints, lookUp }, hashes: { full, lastFour } },
      },
    ]);
  });

  it.each<[string, (on: ReturnType<typeof stage>) => void, string]>([
    [
      'on a printer that issues nothing',
      ({ is }) => {
        is.printer = err({ kind: 'no-printer' });
      },
      'no-printer',
    ],
    [
      'while the date is in doubt',
      ({ is }) => {
        is.doubt = 'ahead';
      },
      'date-unconfirmed',
    ],
    [
      'of an application that is not as far',
      ({ vault, application }) => vault.setState(application, reached({ kind: 'checked' })),
      'not-now',
    ],
    [
      'while the worker before does not end',
      ({ is }) => {
        is.endsWorker = false;
      },
      'not-now',
    ],
    ['without a photo', ({ vault, application }) => vault.store(application, 'photo', null), 'photo-missing'],
  ])('is not made %s', async (_, trouble, kind) => {
    const on = stage();
    trouble(on);
    expect(await on.calls.print(CARD)).toEqual(refused(kind));
    expect(on.queued).toEqual([]);
    expect(on.asked.filter((what) => what !== 'clear up' && what !== 'end worker')).toEqual([]);
  });

  it('that changed while the worker before ended is looked at anew', async () => {
    const on = stage();
    const printing = on.calls.print(CARD);
    on.vault.setState(on.application, reached({ kind: 'checked' }));
    expect(await printing).toEqual(refused('not-now'));
    expect(on.queued).toEqual([]);
  });

  it('is not made once the application was taken from this session, by a legal hold say, while the worker before ended', async () => {
    const on = stage();
    const printing = on.calls.print(CARD);
    on.occupant.leaving = true;
    expect(await printing).toEqual(refused('not-now'));
    expect([on.queued, on.asked]).toEqual([[], ['clear up', 'end worker']]);
  });

  it('stays queued where no worker can be started, and the screens are told', async () => {
    const { is, asked, calls } = stage();
    is.startsWorker = false;
    await expect(calls.print(CARD)).rejects.toThrow('no process');
    expect(asked.slice(-4)).toEqual(['queue', 'denial', 'worker', 'screens']);
  });

  it('is stopped where a worker makes one', () => {
    const { is, calls } = stage();
    expect(calls.stopPrint({})).toEqual(refused('not-now'));
    is.running = true;
    expect(calls.stopPrint({})).toEqual(told);
  });
});
