import type { FeeReceipt } from '../../../shared/contract/fee-receipt.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { Receipt, WipeResult } from '../../../shared/contract/receipt.ts';
import type { BecameOf, LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { FIRST_READER } from '../../../shared/residents/look.ts';
import type { Clock } from '../clock.ts';

/** What a session may tell of an application that is still open: it was set aside, or a hold keeps it. */
export type ToldOpen = Extract<LastEnding, { kind: 'put-aside' | 'held' | 'ticket' | 'left' }>;

/** A resident had the screen when it ended: how they read of it, and how it was to end. */
export type LeftByResident = Pick<Extract<LastEnding, { kind: 'left' }>, 'language' | 'look' | 'outcome'>;

/** The fee receipt that the screen offers. */
export interface OfferedFeeReceipt {
  readonly fee: FeeReceipt;
  readonly receipt: Receipt;
  /** The number of the paper that was printed of it as no copy; null: none was. */
  readonly original: number | null;
}

/**
 * What a fresh session says of the application that was in the session it replaced, and of no other: a wipe that ends
 * later (its printer answered, it expired unseen, it was tried again) is no news on a screen that is about somebody else.
 */
export interface Endings {
  /**
   * The wipe of the application in the session on the screen begins. `fee`: what a receipt for its fee says; only here.
   * `left`: a resident has the screen, and what becomes of it is told to them; null: to staff.
   */
  began(application: ApplicationId, fee: FeeReceipt | null, left: LeftByResident | null): void;
  /** The wipe that a keeper before this one had on its screen goes on. Nobody knows when it began. */
  resumed(application: ApplicationId): void;
  /** Record and session are gone; the printer's side is not proven clean yet. */
  printSideOpen(application: ApplicationId, result: WipeResult): void;
  /** A legal hold stopped its wipe. */
  held(application: ApplicationId, ticket: Ticket): void;
  ended(application: ApplicationId, receipt: Receipt): void;
  /** All is proven, and its receipt waits until somebody signs in: until then there is nothing to tell of it. */
  unsigned(application: ApplicationId): void;
  /** A supervisor closed its wipe unproven. */
  closed(application: ApplicationId): void;
  /** The session is replaced although its application goes on: it was put aside, or a legal hold keeps it. */
  leftOpen(application: ApplicationId, told: ToldOpen): void;
  /**
   * It ends in no session (its time was over, or the office ended it): a screen that says it was kept says so no more. `left`: a
   * resident has the screen; whoever still reads their number there is told that it waits no more, as they read.
   */
  endedUnseen(application: ApplicationId, left: LeftByResident | null): void;
  /** The session on the screen died. `occupied`: with an application in it, which goes on. */
  sessionDied(how: { readonly occupied: boolean }): void;
  /** Whoever read has gone: what the screen still has to say is for anyone, and nobody finds it in another's language, size or keys. */
  readerLeft(): void;
  /** An application is opened on the screen: what was before is over. */
  over(): void;
  /** What the screen says. */
  shown(): LastEnding;
  /** Of the ended application that the screen is about; null: no fee was due, or nobody knows of it any more. */
  feeReceipt(): OfferedFeeReceipt | null;
  /** The fee receipt went to the printer as this paper, and not as a copy. */
  feeReceiptPrinted(paper: number): void;
}

/** The application that the screen is about. */
interface ShownApplication {
  readonly application: ApplicationId;
  /** By the machine's uptime, which nobody can set; null: under a keeper before this one. */
  readonly began: number | null;
  /** How long the record took to go, once it is gone: a printer that is waited for does not count. */
  erasedAfter: number | null;
  readonly fee: FeeReceipt | null;
  left: LeftByResident | null;
  /** See `OfferedFeeReceipt`. */
  originalFeeReceipt: number | null;
}

const NOTHING: LastEnding = { kind: 'none' };

/** The news of one keeper. */
export function createEndings(clock: Pick<Clock, 'uptime'>): Endings {
  let shownApplication: ShownApplication | null = null;
  let news: LastEnding = NOTHING;

  /** Runs for the application that the screen is about; what becomes of others is not told here. */
  function tell(application: ApplicationId, next: (of: ShownApplication) => BecameOf): void {
    if (shownApplication?.application === application)
      news = asTold(shownApplication, next(shownApplication));
  }

  /** To whoever has the screen. */
  function asTold({ left }: ShownApplication, became: BecameOf): LastEnding {
    return left === null ? became : { kind: 'left', ...left, became };
  }

  function beginWith(of: Pick<ShownApplication, 'application' | 'began' | 'fee' | 'left'>): void {
    shownApplication = { ...of, erasedAfter: null, originalFeeReceipt: null };
    news = asTold(shownApplication, { kind: 'erasing' });
  }

  function over(): void {
    shownApplication = null;
    news = NOTHING;
  }

  function timeSince({ began, erasedAfter }: ShownApplication): number | null {
    return erasedAfter ?? (began === null ? null : clock.uptime() - began);
  }

  return {
    began: (application, fee, left) => beginWith({ application, began: clock.uptime(), fee, left }),
    resumed: (application) => beginWith({ application, began: null, fee: null, left: null }),
    printSideOpen: (application, result) =>
      tell(application, (of) => {
        of.erasedAfter = timeSince(of);
        return { kind: 'print-side-open', result };
      }),
    held: (application, ticket) => tell(application, () => ({ kind: 'held', ticket })),
    ended: (application, receipt) =>
      tell(application, (of) => ({ kind: 'ended', receipt, milliseconds: timeSince(of), fee: of.fee })),
    unsigned(application) {
      if (shownApplication?.application === application) news = NOTHING;
    },
    closed: (application) => tell(application, () => ({ kind: 'closed' })),
    leftOpen(application, told) {
      shownApplication = {
        ...{ application, began: null, erasedAfter: null, fee: null, left: null },
        originalFeeReceipt: null,
      };
      news = told;
    },
    endedUnseen(application, left) {
      if (shownApplication?.application !== application) return;
      if (news.kind !== 'ticket' || left === null) return over();
      const { language, look } = news;
      beginWith({ application, began: clock.uptime(), fee: null, left: { ...left, language, look } });
    },
    sessionDied({ occupied }) {
      // Nobody was in it: how the application before ended is still what its successor is asked about.
      if (!occupied && shownApplication !== null) return;
      shownApplication = null;
      news = { kind: 'replaced' };
    },
    readerLeft() {
      if (news.kind !== 'left') return;
      news = { ...news, ...FIRST_READER };
      const left = shownApplication?.left ?? null;
      if (shownApplication !== null && left !== null) shownApplication.left = { ...left, ...FIRST_READER };
    },
    over,
    shown: () => news,
    feeReceipt() {
      if (news.kind !== 'ended' || news.fee === null) return null;
      const { fee, receipt } = news;
      return { fee, receipt, original: shownApplication?.originalFeeReceipt ?? null };
    },
    feeReceiptPrinted(paper) {
      if (shownApplication !== null) shownApplication.originalFeeReceipt = paper;
    },
  };
}
