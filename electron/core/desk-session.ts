import { formatCardNumber } from '../../shared/card/number/card-number.ts';
import type { KeeperEvent } from '../../shared/contract/keeper.ts';
import type { CallerState } from '../../shared/contract/registrar.ts';
import type { ApplicationView, Preview, ScreenEvent } from '../../shared/contract/screen.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { CompletePolicy } from '../../shared/programme/complete.ts';
import { windowsOf } from '../../shared/remanence/windows.ts';
import type { PreviewDrawing } from './application/preview.ts';
import { type ApplicationRecord, enterState, openTray } from './application/record.ts';
import type { KeeperClient } from './keeper-client.ts';

const PREVIEW_WINDOWS = 8;

/** What this core knows: the kiosk's status, and at most one application in its whole life. */
export interface DeskSession {
  readonly keeper: KeeperClient;
  readonly sessionFolder: string;
  status(): KioskStatus;
  /** The application's policy; before there is one, the policy in force. */
  policy(): CompletePolicy;
  record(): ApplicationRecord | null;
  /** The record of the call at hand; the registrar lets no such call through without one. */
  current(): ApplicationRecord;
  occupy(record: ApplicationRecord): void;
  /** Tells the screen what changed, and draws the preview anew. */
  changed(): void;
  /** Whether the printer's own drawing accepts the card as it is now. */
  isDrawable(): Promise<boolean>;
  /** Whether the printer's own drawing can decode this photo. */
  canDraw(photo: Uint8Array): Promise<boolean>;
  /** Reports a defect without any person in it. */
  onBug(where: string, error: unknown): void;
  onKeeperEvent(event: Exclude<KeeperEvent, { kind: 'expired' }>): void;
  caller(): CallerState;
  view(): ApplicationView | null;
}

/** Somebody is signed in, the screen is open, and their passphrase is their own. */
function mayAct(status: KioskStatus): status is KioskStatus & { staff: NonNullable<KioskStatus['staff']> } {
  return status.staff !== null && !status.staff.mustChange && !status.screenLocked;
}

/** One session's state. `tell` sends an event to the screen. */
export function createDeskSession(
  keeper: KeeperClient,
  first: { readonly status: KioskStatus; readonly policy: CompletePolicy },
  places: { readonly sessionFolder: string; readonly fontFolder: string },
  tell: (event: ScreenEvent) => void,
  onBug: (where: string, error: unknown) => void,
): DeskSession {
  let { status } = first;
  let record: ApplicationRecord | null = null;
  let drawing: Promise<PreviewDrawing> | null = null;
  let drawAgain = false;

  /** Loaded with the first application: the drawing is most of this program, and a start screen draws no card. */
  function drawn(): Promise<PreviewDrawing> {
    drawing ??= import('./application/preview.ts').then((preview) =>
      preview.createPreviewDrawing(places.fontFolder),
    );
    return drawing;
  }

  async function draw(of: ApplicationRecord): Promise<Preview> {
    return (await drawn()).draw(of, status.today);
  }

  /** Draws after the calls that are waiting: a fast typist gets the last picture, not every picture. */
  function schedulePreview(): void {
    if (drawAgain) return;
    drawAgain = true;
    setImmediate(() => {
      drawAgain = false;
      if (record === null) return;
      // Thrown out of here it would end this session, and every session that opens the application after it.
      showPreview(record).catch((error: unknown) => onBug('preview', error));
    });
  }

  async function showPreview(of: ApplicationRecord): Promise<void> {
    const preview = await draw(of);
    if (preview.kind === 'drawn') {
      of.made.push(...windowsOf(preview.front, PREVIEW_WINDOWS), ...windowsOf(preview.back, PREVIEW_WINDOWS));
    }
    tell({ kind: 'preview', preview });
  }

  function view(): ApplicationView | null {
    if (record === null) return null;
    return {
      ticket: record.ticket,
      state: record.state.kind,
      spoilReason: record.state.kind === 'spoiled' ? record.state.reason : null,
      answers: { ...record.answers, documents: [...record.answers.documents] },
      hasPhoto: record.photo !== null,
      cardNumber: record.cardNumber === null ? null : formatCardNumber(record.cardNumber),
      printStage: record.stage,
      printTroubles: [...record.troubles],
      printEnding: record.ending,
      cardIdentified: record.cardIdentified,
    };
  }

  function changed(): void {
    tell({ kind: 'application', application: view() });
    schedulePreview();
  }

  function showTray(): void {
    if (record?.tray) tell({ kind: 'tray', front: record.tray.front, back: record.tray.back });
  }

  return {
    keeper,
    sessionFolder: places.sessionFolder,
    status: () => status,
    policy: () => record?.policy ?? first.policy,
    record: () => record,
    current() {
      if (record === null) throw new Error('the registrar let a call pass without an application');
      return record;
    },
    occupy(next) {
      record = next;
      tell({ kind: 'policy', policy: next.policy });
      changed();
      showTray();
    },
    changed,
    canDraw: async (photo) => record !== null && (await drawn()).reads(photo, record.policy.card),
    isDrawable: async () => record !== null && (await draw(record)).kind === 'drawn',
    onBug,
    onKeeperEvent(event) {
      if (event.kind === 'status') {
        status = event.status;
        tell({ kind: 'status', status });
        return;
      }
      if (record === null) return;
      record.stage = event.stage;
      record.troubles = event.troubles;
      record.ending = event.ending;
      enterState(record, event.state);
      const { key, application } = record;
      record.tray = event.tray === null ? null : openTray(key, application, event.tray);
      tell({ kind: 'application', application: view() });
      showTray();
    },
    caller: () => ({
      role: mayAct(status) ? status.staff.role : 'nobody',
      approved: status.approval?.act ?? null,
      setUp: status.setUp,
      applicationOpen: record !== null && !record.finishing,
    }),
    view,
  };
}
