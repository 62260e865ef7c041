import { expect, it, test } from 'vitest';
import type { PolicyField } from '../../../shared/programme/field-section.ts';
import {
  backward,
  changing,
  FIRST_NOTICE,
  FIRST_PLACE,
  type Flow,
  numberOf,
  onward,
  questionsOf,
  REOPENED,
} from './flow.ts';

const asked = (field: PolicyField['field'], use: PolicyField['use']): PolicyField => ({
  field,
  use,
  label: { en: field },
});

const FIELDS = [asked('birthDate', 'required'), asked('gender', 'off'), asked('name', 'required')];
const RENEWAL = { route: 'renewal', documents: 'none', oldCard: 'not-asked' } as const;

test('the policy says what is asked, and in which order', () => {
  expect(questionsOf({ fields: FIELDS })).toEqual(['birthDate', 'name']);
  expect(questionsOf({ fields: FIELDS, routes: [RENEWAL] })).toEqual(['route', 'birthDate', 'name']);
  expect(numberOf('name', ['birthDate', 'name'])).toBe(2);
});

const QUESTIONS = questionsOf({ fields: FIELDS, routes: [RENEWAL] });

/** All places that a way leads through. */
function way(from: Flow, step: (flow: Flow) => Flow | null, steps: number): readonly string[] {
  const places: string[] = [];
  let now: Flow | null = from;
  for (let count = 0; count < steps && now !== null; count += 1) {
    places.push(now.place.at === 'question' ? now.place.question : now.place.at);
    now = step(now);
  }
  return places;
}

const FORTH = ['language', 'notice', 'route', 'birthDate', 'name', 'review'];

it('leads from the language to the review, and back', () => {
  expect(way(FIRST_PLACE, (flow) => onward(flow, QUESTIONS), 6)).toEqual(FORTH);
  const review: Flow = { place: { at: 'review' }, isChanging: false };
  expect(way(review, (flow) => backward(flow, QUESTIONS), 9)).toEqual(FORTH.toReversed());
  expect(onward(review, QUESTIONS)).toEqual(review);
});

it('leads back to the review from a question that is changed, both ways', () => {
  expect(onward(changing('route'), QUESTIONS).place.at).toBe('review');
  expect(backward(changing('birthDate'), QUESTIONS)?.place.at).toBe('review');
  // Not once more: whoever goes on from there has left the change.
  expect(onward(changing('route'), QUESTIONS).isChanging).toBe(false);
});

it('goes on with an application that a page before has left as with one that begins, but for the language', () => {
  expect(way(REOPENED, (flow) => onward(flow, QUESTIONS), 6)).toEqual(['reopened', ...FORTH.slice(1)]);
  expect(backward(REOPENED, QUESTIONS)).toBeNull();
});

it('has a review where nothing is asked', () => {
  expect(onward(FIRST_NOTICE, []).place.at).toBe('review');
  expect(backward({ place: { at: 'review' }, isChanging: false }, [])).toEqual(FIRST_NOTICE);
});
