import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletePolicy } from '../../shared/programme/complete.ts';
import { documentsFor, evaluateDocuments } from '../../shared/programme/documents/evaluate-documents.ts';
import { ticksOf } from '../../shared/programme/documents/shown-documents.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { assume } from './assume.ts';
import { readDraft } from './read-draft.ts';

/** A policy that a kiosk can be shown with. */
export interface PolicyToShow {
  /** The file to start the kiosk with: the policy's own, or with what was assumed. */
  readonly path: string;
  readonly policy: CompletePolicy;
  /** What is not decided and why it is needed, and what stands there for the demonstration; empty for a complete one. */
  readonly notes: readonly string[];
}

/**
 * Reads a policy, and fills in what it leaves open: in a file in `folder`, and for a demonstration only. The error: a
 * sentence for each mistake.
 */
export function policyToShow(path: string, folder: string): Result<PolicyToShow, readonly string[]> {
  const draft = readDraft(path);
  if (!draft.ok) return draft;
  const assumed = assume(draft.value.policy);
  if (!assumed.ok)
    return err(
      assumed.error.map(
        ({ path: at, allowed }) => `${path}: with anything assumed, ${at.join('.')} ${allowed}.`,
      ),
    );
  const { policy, assumptions } = assumed.value;
  if (assumptions.length === 0) return ok({ path, policy, notes: [] });
  const filled = join(folder, 'policy.json');
  writeFileSync(filled, JSON.stringify(policy));
  const notes = [...draft.value.undecided, `Assumed, for a demonstration only: ${assumptions.join(', ')}.`];
  return ok({ path: filled, policy, notes });
}

/** The shortest way for somebody of this age: what it is called, and the check marks that stand for it. */
export function shortestWayFor(policy: CompletePolicy, age: number) {
  const forAge = documentsFor(policy, age);
  const [ids = []] = evaluateDocuments(forAge, []).ways;
  const kinds = forAge.documents.filter(({ id }) => ids.includes(id));
  return { names: kinds.map(({ name }) => name.en), ticks: kinds.flatMap(ticksOf) };
}
