import {
  type Answers,
  checkAnswers,
  emptyAnswers,
  type ValidAnswers,
} from '../../../shared/application/answers.ts';
import { type ApplicationState, parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { type CardNumber, parseCardNumber } from '../../../shared/card/number/card-number.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { OpenedApplication } from '../../../shared/contract/keeper.ts';
import type { PrintEnding, PrintStage } from '../../../shared/contract/printer.ts';
import { sealedAnswers, sealedCard, sealedTray } from '../../../shared/contract/sealed-content.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { open } from '../../lib/sealing/seal.ts';
import { openContent } from '../../lib/sealing/sealed-content.ts';

/** The one application of this session, in clear. It lives in this process only and ends with it. */
export interface ApplicationRecord {
  readonly application: ApplicationId;
  readonly ticket: Ticket;
  readonly key: Uint8Array;
  /** What it began under, and finishes under. */
  readonly policy: CompletePolicy;
  /** Epoch milliseconds: what is older on a disk cannot hold this person. */
  readonly began: number;
  state: ApplicationState;
  answers: Answers;
  photo: Uint8Array | null;
  cardNumber: CardNumber | null;
  tray: { readonly front: Uint8Array; readonly back: Uint8Array } | null;
  stage: PrintStage | null;
  troubles: readonly PrinterTrouble[];
  ending: PrintEnding | null;
  cardIdentified: boolean;
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
 * Puts the record into a state the keeper told. A naming ends with the card it was of: a spoiled card, and the one
 * printed after it under the same number, are not named by what was typed before.
 */
export function enterState(record: ApplicationRecord, text: string): void {
  record.state = stateOf(text);
  if (!isCardOut(record.state)) record.cardIdentified = false;
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
  const number = card === null ? null : parseCardNumber(card.card.number);
  return {
    application,
    ticket: opened.ticket,
    key,
    policy,
    began: opened.began,
    state: stateOf(opened.state),
    answers,
    photo,
    cardNumber: number === null ? null : must(number),
    tray: columns.tray === null ? null : openTray(key, application, columns.tray),
    stage: opened.stage,
    troubles: opened.troubles,
    ending: opened.ending,
    cardIdentified: false,
    finishing: false,
    made: [],
  };
}

/** Opens the virtual printer's tray. */
export function openTray(
  key: Uint8Array,
  application: ApplicationId,
  sealed: Uint8Array,
): { readonly front: Uint8Array; readonly back: Uint8Array } {
  return must(openContent(key, application, 'tray', sealed, sealedTray));
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
