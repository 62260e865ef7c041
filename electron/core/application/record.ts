import {
  type Answers,
  checkAnswers,
  emptyAnswers,
  type ValidAnswers,
} from '../../../shared/application/answers.ts';
import { type ApplicationState, parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { type PrintedNumber, parsePrintedNumber } from '../../../shared/card/number/printed-number.ts';
import type {
  ApplicationSnapshot,
  OpenedApplication,
} from '../../../shared/contract/application/application-snapshot.ts';
import type { Denial } from '../../../shared/contract/denial.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { PrintEnding, PrintStage } from '../../../shared/contract/printing/printer.ts';
import { sealedAnswers, sealedCard, sealedTray } from '../../../shared/contract/sealed-content.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { fingerprintsOf } from '../../../shared/remanence/fingerprints.ts';
import { open } from '../../lib/sealing/seal.ts';
import { openContent } from '../../lib/sealing/sealed-content.ts';

/** Pieces of a photo that are looked for. */
export const PHOTO_FINGERPRINTS = 32;

/** The one application of this session, in clear. It lives in this process only and ends with it. */
export interface ApplicationRecord {
  readonly application: ApplicationId;
  readonly ticket: Ticket;
  readonly key: Uint8Array;
  /** Under which its card is hashed. */
  readonly lookUpKey: Uint8Array;
  /** What it began under, and finishes under. */
  readonly policy: CompletePolicy;
  /** Of an invented person: its card is void. */
  readonly practice: boolean;
  /** Epoch milliseconds: what is older on a disk cannot hold this person. */
  readonly began: number;
  answers: Answers;
  photo: Uint8Array | null;
  cardNumber: PrintedNumber | null;
  cardIdentified: boolean;
  /** What the keeper knows, as its snapshot of this number told it. */
  revision: number;
  state: ApplicationState;
  stage: PrintStage | null;
  troubles: readonly PrinterTrouble[];
  ending: PrintEnding | null;
  cardSent: boolean;
  tray: { readonly front: Uint8Array; readonly back: Uint8Array } | null;
  /** A refusal that stands, as long as the keeper says so. */
  denial: Denial | null;
  /** It is being ended: nothing of it changes any more, for the search looks for what it holds. */
  finishing: boolean;
  /** Fingerprints of previews and photos made in this session, for the search. */
  readonly made: Uint8Array[];
}

/** Reads a state from the keeper. One that nobody knows is damage. */
export function stateOf(text: string): ApplicationState {
  const state = parseApplicationState(text);
  if (!state.ok) throw new Error('the keeper sent a state that nobody knows');
  return state.value;
}

/**
 * Replaces what the record has from the keeper, unless it has something newer. A photo that the keeper has no more is
 * dropped. A naming ends with the card it was of: a spoiled card, and the one printed after it under the same number,
 * are not named by what was typed before.
 */
export function takeOver(record: ApplicationRecord, snapshot: ApplicationSnapshot): void {
  if (snapshot.revision < record.revision) return;
  Object.assign(record, knownFrom(record, snapshot));
  if (!snapshot.hasPhoto) forgetPhoto(record);
  if (!isCardOut(record.state)) record.cardIdentified = false;
}

type KnownToKeeper = Pick<
  ApplicationRecord,
  'revision' | 'state' | 'stage' | 'troubles' | 'ending' | 'cardSent' | 'tray' | 'denial'
>;

function knownFrom(
  { key, application }: Pick<ApplicationRecord, 'key' | 'application'>,
  { revision, state, stage, troubles, ending, cardSent, tray, denial }: ApplicationSnapshot,
): KnownToKeeper {
  return {
    ...{ revision, stage, troubles, ending, cardSent, denial },
    state: stateOf(state),
    tray: tray === null ? null : must(openContent(key, application, 'tray', tray, sealedTray)),
  };
}

/** Drops the photo. Fingerprints of it stay, so that copies of a photo that was taken again are looked for as well. */
export function forgetPhoto(record: ApplicationRecord): void {
  if (record.photo === null) return;
  record.made.push(...fingerprintsOf(record.photo, PHOTO_FINGERPRINTS));
  record.photo.fill(0);
  record.photo = null;
}

/** The card was printed, and nobody has counted it as spoiled. */
export function isCardOut({ kind }: ApplicationState): boolean {
  return kind === 'printed' || kind === 'handed-over' || kind === 'wiping';
}

/** Opens what the keeper handed over. Sealed parts that do not open are damage, and damage throws. */
export function openRecord(opened: OpenedApplication): ApplicationRecord {
  const { application, key, columns, policy } = opened;
  const answers =
    columns.answers === null
      ? emptyAnswers
      : must(openContent(key, application, 'answers', columns.answers, sealedAnswers));
  const photo = columns.photo === null ? null : must(open(key, application, 'photo', columns.photo));
  const card =
    columns.card === null ? null : must(openContent(key, application, 'card', columns.card, sealedCard));
  const number = card === null ? null : parsePrintedNumber(card.card.number);
  return {
    ...{ application, key, policy },
    ticket: opened.ticket,
    lookUpKey: opened.lookUpKey,
    practice: opened.practice,
    began: opened.began,
    answers,
    photo,
    cardNumber: number === null ? null : must(number),
    cardIdentified: false,
    ...knownFrom(opened, opened.snapshot),
    finishing: false,
    made: [],
  };
}

/** The answers if every one of them holds today, else null. */
export function validAnswers(record: ApplicationRecord, today: CalendarDate): ValidAnswers | null {
  const checked = checkAnswers(record.answers, record.policy.fields, today);
  return checked.ok ? checked.value : null;
}

function must<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error('a sealed part of the application does not open');
  return result.value;
}
