import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { policySchema } from '../../shared/programme/policy.ts';
import { done, type Outcome } from '../outcome.ts';

const PUBLISHED = fileURLToPath(new URL('../../docs/policy.schema.json', import.meta.url));

/**
 * The JSON Schema (2020-12) of a policy, made from what the kiosk itself checks, for editors and other programs. It does
 * not know what concerns more than one value, nor which time zones and languages there are (`npm run policy -- check` does).
 */
export function jsonSchema(): object {
  const schema = z.toJSONSchema(policySchema, {
    io: 'input',
    override({ jsonSchema: part }) {
      // Of our types, not of the file.
      delete part.readOnly;
    },
  });
  return { ...schema, title: 'Counterfoil: the policy of a city’s ID program' };
}

/** Writes it where it is published. */
export function writeSchema(): Outcome {
  writeFileSync(PUBLISHED, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return done('docs/policy.schema.json was written.');
}
