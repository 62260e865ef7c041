import type { WipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { WipeEvents } from '../wipe/wipe-parts.ts';
import type { Endings } from './endings.ts';
import { wipeResultOf } from './wipe-result.ts';

/** What the news of wipes needs of the kiosk. */
export interface WipeNewsPort {
  readonly vault: ApplicationReader & { readonly wipes: { all(): readonly WipeRow[] } };
  readonly endings: Endings;
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
  onBug(where: string, error: unknown): void;
}

/** What a wipe tells, and who else hears of it. */
export interface WipeNews extends WipeEvents {
  /** Told before the screens that nobody waits for a wipe any more: it ended, was stopped, or waits for its printer only. */
  listen(awaitedNoMore: () => void): void;
}

/** What becomes of a wipe's news: first everybody's screen, then the ledger. */
export function wipeNews({ vault, endings, outbox, screens, onBug }: WipeNewsPort): WipeNews {
  /** Wipes of which the ledger knows that they lock intake, and the step it was told. */
  const told = new Map<ApplicationId, WipeStep>();
  let awaitedNoMore = (): void => undefined;
  return {
    listen(listener) {
      awaitedNoMore = listener;
    },
    failed(application, step, error) {
      if (error !== null) onBug(`wipe step ${step}`, error);
      // First the staff: what fails here may be the disk that vault and ledger lie on.
      screens.refresh();
      if (told.has(application)) return;
      outbox.record(({ day }) => ({ kind: 'locked', day, step }));
      told.set(application, step);
    },
    recovered(application) {
      const step = told.get(application);
      if (step !== undefined) {
        outbox.record(({ day }) => ({ kind: 'unlocked', day, step }));
        told.delete(application);
      }
      screens.refresh();
    },
    printSideOpen(application, error) {
      awaitedNoMore();
      if (error !== null) onBug('wipe step print-side-purged', error);
      const [wipe] = vault.wipes.all().filter((row) => row.application === application);
      const result = wipe?.done.includes('folder-removed') === true ? wipeResultOf(wipe) : null;
      if (result !== null) endings.printSideOpen(application, result);
      screens.refresh();
    },
    stopped(application) {
      awaitedNoMore();
      const ticket = vault.find(application)?.ticket;
      if (ticket !== undefined) endings.held(application, ticket);
      screens.refresh();
    },
    unsigned(application) {
      awaitedNoMore();
      endings.unsigned(application);
      screens.refresh();
    },
    ended(application, receipt) {
      awaitedNoMore();
      endings.ended(application, receipt);
      screens.refresh();
    },
  };
}
