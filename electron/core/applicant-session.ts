import type { ApplicationSnapshot } from '../../shared/contract/application/application-snapshot.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { CallerState } from '../../shared/contract/authorize-calls.ts';
import type { KeeperEvent } from '../../shared/contract/keeper.ts';
import { screenStatusOf } from '../../shared/contract/residents/screen-status.ts';
import type { ScreenEvent } from '../../shared/contract/screen.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { CompletePolicy } from '../../shared/programme/complete.ts';
import { unreachable } from '../../shared/result.ts';
import { createTurns, type InTurn } from '../../shared/turns.ts';
import { createLivePreview } from './application/live-preview.ts';
import type { PreviewDrawing } from './application/preview.ts';
import { createReadBack, type ReadBack } from './application/read-back.ts';
import { type ApplicationRecord, takeOver } from './application/record.ts';
import { createReprintPause, type ReprintPause } from './application/reprint-pause.ts';
import { createSearchRehearsal } from './application/search-rehearsal.ts';
import { type EncodeCode, viewOf } from './application/view.ts';
import type { KeeperClient } from './keeper-client.ts';

/** What this core knows: the kiosk's status, and at most one application in its whole life. */
export interface ApplicantSession {
  readonly keeper: KeeperClient;
  readonly sessionFolder: string;
  status(): KioskStatus;
  /** The application's policy; before there is one, the policy in force. */
  policy(): CompletePolicy;
  record(): ApplicationRecord | null;
  /** The record of the call at hand; `authorizeCalls` lets no such call through without one. */
  current(): ApplicationRecord;
  occupy(record: ApplicationRecord): ApplicationView;
  /** Acts that change what the application holds: none of them comes between the steps of another. */
  readonly inTurn: InTurn;
  /** Replaces what is known from the keeper by its answer to an act: `changed`. */
  takeOver(snapshot: ApplicationSnapshot): ApplicationView;
  /** Tells the screen what is so now, draws the preview anew, and answers what it told. */
  changed(): ApplicationView;
  readonly readBack: ReadBack;
  readonly reprintPause: ReprintPause;
  /** Loads what draws the code of a refusal: no session needs it before its first screen, and most never do. */
  loadCodes(): Promise<void>;
  /** Whether the printer's own drawing accepts the card as it is now. */
  isDrawable(): Promise<boolean>;
  /** Whether the printer's own drawing can decode this photo. */
  canDraw(photo: Uint8Array): Promise<boolean>;
  /** The application has ended, and nothing brings it back: the screen shows nothing of it any more. */
  tellEnded(): void;
  /** Resolves when the wipe's search may begin: no rehearsal of it is under way. */
  searchRehearsed(): Promise<void>;
  /** Reports a defect without any person in it. */
  onBug(where: string, error: unknown): void;
  onKeeperEvent(event: Exclude<KeeperEvent, { kind: 'ended' }>): void;
  caller(): CallerState;
  view(): ApplicationView | null;
}

/** What changes in a session's life, in one place for all that look at it. */
interface Known {
  status: KioskStatus;
  /** The one in force. */
  policy: CompletePolicy;
  record: ApplicationRecord | null;
  /** Counts the changes that the screen was told of the record. */
  revision: number;
  encodeCode: EncodeCode | null;
}

async function loadDrawing(fontFolder: string): Promise<PreviewDrawing> {
  const { createPreviewDrawing } = await import('./application/preview.ts');
  return createPreviewDrawing(fontFolder);
}

/** Staff act while they are signed in, the screen is open and theirs, and their passphrase is their own. */
function roleAtScreen({ staff, screenLocked, residents }: KioskStatus): CallerState['role'] {
  if (residents.atScreen) return 'resident';
  if (residents.handedBack !== null) return 'handed-back';
  return staff === null || staff.mustChange || screenLocked ? 'nobody' : staff.role;
}

/** What the screen is told of the application. */
interface ToldApplication {
  view(): ApplicationView | null;
  /** See `ApplicantSession.current`. */
  current(): ApplicationRecord;
  /** Tells it as it is now. */
  tellApplication(): ApplicationView;
  /** Shows the card that lies in the tray, if one does. */
  showTray(): void;
}

function tellingOf(now: Known, tell: (event: ScreenEvent) => void): ToldApplication {
  function current(): ApplicationRecord {
    if (now.record === null) throw new Error('a call was authorized without an application');
    return now.record;
  }
  return {
    view: () => (now.record === null ? null : viewOf(now.record, now.revision, now.encodeCode)),
    current,
    tellApplication() {
      now.revision += 1;
      const application = viewOf(current(), now.revision, now.encodeCode);
      tell({ kind: 'application', application });
      return application;
    },
    showTray() {
      const tray = now.record?.tray;
      if (tray) tell({ kind: 'tray', front: tray.front, back: tray.back });
    },
  };
}

/** Makes what the keeper tells known here, and tells the screen. `took`: the keeper's word of the application was taken over. */
function hearKeeper(
  now: Known,
  event: Exclude<KeeperEvent, { kind: 'ended' }>,
  tell: (event: ScreenEvent) => void,
  took: (record: ApplicationRecord) => void,
): void {
  const { record } = now;
  switch (event.kind) {
    case 'status':
      now.status = event.status;
      tell({ kind: 'status', status: screenStatusOf(event.status) });
      break;
    case 'policy':
      now.policy = event.policy;
      // An application finishes under its own.
      if (record === null) tell({ kind: 'policy', policy: event.policy });
      break;
    case 'application':
      if (record === null) break;
      takeOver(record, event.snapshot);
      took(record);
      break;
    default:
      unreachable(event);
  }
}

/** One session's state. `tell` sends an event to the screen. */
export function createApplicantSession(
  keeper: KeeperClient,
  first: { readonly status: KioskStatus; readonly policy: CompletePolicy },
  places: { readonly sessionFolder: string; readonly fontFolder: string },
  tell: (event: ScreenEvent) => void,
  onBug: (where: string, error: unknown) => void,
): ApplicantSession {
  const now: Known = { ...first, record: null, revision: 0, encodeCode: null };
  const preview = createLivePreview(now, () => loadDrawing(places.fontFolder), tell, onBug);
  const rehearsal = createSearchRehearsal(places.sessionFolder, onBug);
  const reprintPause = createReprintPause(() => performance.now());
  const { view, current, tellApplication, showTray } = tellingOf(now, tell);

  function changed(): ApplicationView {
    preview.schedule();
    return tellApplication();
  }

  return {
    keeper,
    sessionFolder: places.sessionFolder,
    status: () => now.status,
    policy: () => now.record?.policy ?? now.policy,
    record: () => now.record,
    current,
    occupy(next) {
      now.record = next;
      reprintPause.cameTo(next.state);
      tell({ kind: 'policy', policy: next.policy });
      const application = changed();
      showTray();
      rehearsal.begin(next, now.status.today);
      return application;
    },
    inTurn: createTurns(),
    readBack: createReadBack(() => performance.now()),
    reprintPause,
    takeOver(snapshot) {
      takeOver(current(), snapshot);
      reprintPause.cameTo(current().state);
      return changed();
    },
    changed,
    async loadCodes() {
      now.encodeCode ??= (await import('../../shared/card/codes/card-code.ts')).encodeCode;
    },
    canDraw: preview.canDraw,
    isDrawable: preview.isDrawable,
    tellEnded: () => tell({ kind: 'ended' }),
    searchRehearsed: rehearsal.over,
    onBug,
    onKeeperEvent: (event) =>
      hearKeeper(now, event, tell, (record) => {
        reprintPause.cameTo(record.state);
        tellApplication();
        showTray();
        rehearsal.begin(record, now.status.today);
      }),
    caller: () => ({
      role: roleAtScreen(now.status),
      approved: now.status.approval?.act ?? null,
      setUp: now.status.setUp,
      applicationOpen: now.record !== null && !now.record.finishing,
    }),
    view,
  };
}
