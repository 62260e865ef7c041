import shipped from '../../build/programmes/harbor-city.json' with { type: 'json' };
import { type CompletePolicy, parseCompletePolicy } from './complete.ts';

/** The policy that demonstrations and tests run on, as it is read from its file. */
export const harborCity: CompletePolicy = parsed();

function parsed(): CompletePolicy {
  const read = parseCompletePolicy(shipped);
  if (!read.ok) throw new Error(`the shipped policy does not hold: ${JSON.stringify(read.error)}`);
  return read.value;
}
