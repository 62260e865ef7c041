import { expect, test } from 'vitest';
import { printDoubts, printStage } from '../../../shared/contract/printing/printer.ts';
import { stationMark, stations } from '../../printer/stations.ts';
import { cardInTheWay, drawnWay, mayStopPrint, printPhase } from './print-phase.ts';

test('while the card is on its way nothing is asked, even if the clerk said something about one before', () => {
  for (const stage of [null, ...printStage.options.filter((each) => each !== 'failed')]) {
    const told = { state: 'queued', printStage: stage, printEnding: null } as const;
    expect(printPhase(told)).toEqual({ kind: 'under-way' });
  }
});

test('every doubt is a question; so is a card of which printer and record say two things', () => {
  for (const each of printDoubts) {
    const doubt = { kind: 'doubt', doubt: each } as const;
    const told = { state: 'printing', printStage: 'failed', printEnding: doubt } as const;
    expect(printPhase(told)).toEqual({ kind: 'question', doubt: each });
  }
  expect(printPhase({ state: 'printing', printStage: 'in-tray', printEnding: null })).toEqual({
    kind: 'question',
    doubt: null,
  });
});

test('while it is asked whether a card came out, no station says that one did', () => {
  for (const printEnding of [null, { kind: 'in-tray' }] as const) {
    const phase = printPhase({ state: 'printing', printStage: 'in-tray', printEnding });
    const last = { stage: 'in-tray', lastReached: 'in-tray' } as const;
    const told = { ...last, troubles: [], ending: printEnding, tells: 'cards' } as const;
    const way = drawnWay(phase, told);
    expect(stations.map((each) => stationMark(each, way))).toEqual(stations.map(() => 'unknown'));
  }
});

test('after the clerk saw none, the next thing is a step of its own and no question', () => {
  const told = { state: 'printing', printStage: 'failed', printEnding: null } as const;
  expect(printPhase(told)).toEqual({ kind: 'none-seen' });
});

test('a certain end without a card says why', () => {
  const noCard = { kind: 'no-card', why: { kind: 'unreachable' } } as const;
  const told = { state: 'printing', printStage: 'failed', printEnding: noCard } as const;
  expect(printPhase(told)).toEqual({ kind: 'no-card', why: { kind: 'unreachable' } });
});

test('only a card that is under way can be stopped', () => {
  expect(mayStopPrint({ state: 'queued', printStage: 'waiting' })).toBe(true);
  expect(mayStopPrint({ state: 'printing', printStage: 'back' })).toBe(true);
  expect(mayStopPrint({ state: 'printing', printStage: 'failed' })).toBe(false);
  expect(mayStopPrint({ state: 'printed', printStage: 'in-tray' })).toBe(false);
  expect(mayStopPrint({ state: 'checked', printStage: null })).toBe(false);
});

test('an application with a card, or with one that may be there, is not ended without it', () => {
  const nothing = { printStage: null, printEnding: null } as const;
  expect(cardInTheWay({ state: 'photographed', ...nothing })).toBeNull();
  expect(cardInTheWay({ state: 'queued', ...nothing })).toBeNull();
  expect(cardInTheWay({ state: 'printing', printStage: 'back', printEnding: null })).toBe('on-its-way');
  const doubt = { kind: 'doubt', doubt: 'aborted' } as const;
  expect(cardInTheWay({ state: 'printing', printStage: 'failed', printEnding: doubt })).toBe('in-doubt');
  expect(cardInTheWay({ state: 'printing', printStage: 'failed', printEnding: null })).toBeNull();
  const inTray = { printStage: 'in-tray', printEnding: { kind: 'in-tray' } } as const;
  expect(cardInTheWay({ state: 'printed', ...inTray })).toBe('printed');
  expect(cardInTheWay({ state: 'spoiled', ...nothing })).toBeNull();
});
