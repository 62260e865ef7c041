import { expect, it } from 'vitest';
import { ticket } from '../../../shared/contract/ids.ts';
import type { ResidentsEnding } from '../../../shared/contract/residents/last-ending.ts';
import { NOTHING_YET } from '../../../shared/contract/status.test-support.ts';
import type { IdleEnd } from '../../wording/resident/promises.ts';
import { whatIdleEnds } from './what-ends.ts';

type Status = Parameters<typeof whatIdleEnds>[2];

function status(setting: 'counter' | 'self-service', change: Partial<Status> = {}): Status {
  const { newOnesAreHeld, openNext, residents } = NOTHING_YET;
  return { newOnesAreHeld, openNext, residents: { ...residents, setting }, ...change };
}

const alone = status('self-service');
const behind = { ...alone, residents: { ...alone.residents, isNumberTaken: false } };
const numberTwelve = { openNext: ticket.parse(12) };

it.each<[end: IdleEnd, hasBegun: boolean, told: ResidentsEnding['kind'], of: Status]>([
  ['nothing', false, 'none', alone],
  ['nothing', false, 'none', status('self-service', { newOnesAreHeld: true })],
  ['told', false, 'left', alone],
  ['waits', false, 'ticket', alone],
  ['erased', true, 'none', alone],
  ['erased', false, 'ticket', behind],
  ['erased', false, 'none', status('self-service', numberTwelve)],
  ['held', true, 'none', status('self-service', { newOnesAreHeld: true })],
  ['locked', true, 'none', status('counter')],
  ['locked', false, 'none', status('counter', numberTwelve)],
  // Nothing is open that a clerk could find.
  ['locked-empty', false, 'none', status('counter')],
  ['locked-empty', false, 'left', status('counter')],
])('says of a screen that nobody touches: %s', (end, hasBegun, told, of) => {
  expect(whatIdleEnds(hasBegun, told, of)).toBe(end);
});
