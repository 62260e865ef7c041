import { sealedColumns } from '../../shared/contract/application/application-snapshot.ts';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import { contentOf } from './content.ts';
import type { Examination } from './examination.ts';
import type { Mark, Who } from './marks.ts';
import type { RawFindings } from './raw-search.ts';

/** What one crash and the start after it came to. */
export interface Verdict {
  /** What was answered as done and is not so, in words. */
  readonly lost: readonly string[];
  /** Applications that went with the memory of the process, as `memory` promises. */
  readonly forgotten: number;
  readonly remnants: readonly string[];
  /** Applications that are gone and whose key somebody with the device key still gets from the disk. */
  readonly decryptable: readonly string[];
  /** Why the search says nothing. Empty in a run that counts. */
  readonly void: readonly string[];
}

/** Everything that is known about one crash. */
export interface Crash {
  readonly custody: CustodyKind;
  readonly token: string;
  readonly marks: readonly Mark[];
  readonly examined: Examination;
  readonly found: RawFindings;
}

function created(marks: readonly Mark[], who: Who): string | null {
  for (const mark of marks) if (mark.kind === 'created' && mark.who === who) return mark.application;
  return null;
}

function told(marks: readonly Mark[], kind: Mark['kind']): boolean {
  return marks.some((mark) => mark.kind === kind);
}

/** Judges a crash: whole before the hand-over, gone after it. */
export function judge(crash: Crash): Verdict {
  const { marks, examined, found, custody } = crash;
  const wiped = created(marks, 'wiped');
  const kept = created(marks, 'kept');
  const lost: string[] = [...generalFaults(crash)];
  // The point of no return is the wipe row, on the disk before anything is told of it.
  const begun = told(marks, 'wiping') || examined.wiping > 0;
  if (wiped !== null && begun) lost.push(...notGone(crash, wiped));
  if (told(marks, 'concluded') && examined.wiping > 0) lost.push('a receipt was given for an open wipe');
  if (custody === 'sealed') {
    if (kept !== null) lost.push(...notWhole(crash, kept, 'kept'));
    if (wiped !== null && !begun) lost.push(...notWhole(crash, wiped, 'wiped'));
  } else if (examined.open.length > 0) {
    lost.push('a record whose key went with the process is still there');
  }
  const shouldBeForgotten =
    custody === 'sealed'
      ? 0
      : [kept, begun ? null : wiped].filter((application) => application !== null).length;
  // The one under way may have been forgotten or not have been there yet.
  const spare = shouldBeForgotten - examined.forgotten;
  if (spare > 0 || spare < -1)
    lost.push(`${examined.forgotten} were told as forgotten, not ${shouldBeForgotten}`);
  const alive = new Set<string>(examined.open.map(({ application }) => application));
  return {
    lost,
    forgotten: examined.forgotten,
    remnants: [
      ...found.remnants,
      ...tracesLeft(found, (application) => !alive.has(application)),
      ...oldKeysLeft(found, examined.epoch),
    ],
    decryptable: [...found.openSlots].filter((application) => !alive.has(application)),
    void: [
      ...(examined.epoch !== null && found.openKeys.has(examined.epoch)
        ? []
        : ['the key that signs was not found']),
      ...(found.plantFound ? [] : ['the planted words were not found']),
      ...(custody === 'sealed' && kept !== null && !found.openSlots.has(kept)
        ? ['the slot of the open application was not found']
        : []),
      ...(custody === 'sealed' &&
      kept !== null &&
      !found.traces.some(({ application }) => application === kept)
        ? ['the id of the open application was not found']
        : []),
      ...(custody === 'sealed' && told(marks, 'stored') && !found.ciphertextFound
        ? ['the ciphertext of the open application was not found']
        : []),
    ],
  };
}

/** What still names an application that is gone, in words. */
export function tracesLeft(found: RawFindings, isGone: (application: string) => boolean): readonly string[] {
  return found.traces
    .filter(({ application }) => isGone(application))
    .map(({ what }) => `${what} of an application that is gone`);
}

/** Keys that sign no more, and that whoever has the disk and a passphrase still gets from it, in words. */
function oldKeysLeft(
  { openKeys, firstSealFound }: Pick<RawFindings, 'openKeys' | 'firstSealFound'>,
  epoch: number | null,
): readonly string[] {
  return [
    ...[...openKeys].filter((each) => each !== epoch).map((each) => `the key that signed in epoch ${each}`),
    ...(firstSealFound && epoch !== 0 ? ['the sealed seed of the first key'] : []),
  ];
}

/** Of a kiosk that rests: the newest key alone is left, and no start was needed for that. One is, or the search says nothing. */
export function keysAtRest(
  found: Pick<RawFindings, 'openKeys' | 'firstSealFound'>,
): Pick<Verdict, 'remnants' | 'void'> {
  if (found.openKeys.size === 0) return { remnants: [], void: ['the key that signs was not found at rest'] };
  return { remnants: oldKeysLeft(found, Math.max(...found.openKeys)), void: [] };
}

function* generalFaults({ examined, custody }: Crash): Generator<string, void> {
  if (!examined.sound) yield 'the vault is damaged';
  if (!examined.ledgerIsValid) yield 'the ledger does not verify';
  for (const misfit of examined.misfits) yield `the files do not fit: ${misfit}`;
  if (examined.pending > 0) yield 'ledger entries are still pending';
  if (examined.wipesLeft > 0) yield 'a wipe is still open';
  if (examined.locked !== null) yield `intake is locked by ${examined.locked}`;
  for (const bug of examined.bugs) yield `a defect was reported: ${bug}`;
  for (const { application, hasKey } of examined.open) {
    if (!hasKey) yield 'a record has no key';
    if (!examined.keys.includes(application)) yield 'custody does not know a record';
  }
  const open = new Set<string>(examined.open.map(({ application }) => application));
  for (const application of examined.keys) if (!open.has(application)) yield 'a key has no record';
  const forgotten = examined.entries.filter((kind) => kind === 'forgotten').length;
  if (forgotten !== (examined.forgotten > 0 ? 1 : 0))
    yield `the ledger tells ${forgotten} times of what was forgotten`;
  if (custody === 'sealed' && examined.forgotten > 0) yield 'a sealed application was forgotten';
  const { issued, wiped } = examined.counts;
  if (issued !== wiped || wiped > 1) yield `the ledger counts ${issued} issued and ${wiped} wiped`;
  if (examined.entries.includes('locked')) yield 'the ledger says that intake was locked';
}

function* notGone({ examined }: Crash, application: string): Generator<string, void> {
  if (examined.open.some((record) => record.application === application)) yield 'a wiped record came back';
  if (examined.keys.some((each) => each === application)) yield 'a destroyed key came back';
  if (examined.counts.wiped !== 1) yield `a wipe was counted ${examined.counts.wiped} times`;
}

function* notWhole(
  { examined, marks, token }: Crash,
  application: string,
  who: Who,
): Generator<string, void> {
  const record = examined.open.find((each) => each.application === application);
  if (record === undefined) {
    yield `the ${who} application is gone`;
    return;
  }
  const states = new Set<string>(['draft']);
  const contents = new Map(sealedColumns.map((column) => [column, new Set<string | null>([null])]));
  for (const mark of marks) {
    if (!('who' in mark) || mark.who !== who) continue;
    // Under way: the old or the new, whole either way. Answered: the new one alone.
    if (mark.kind === 'moving') for (const state of mark.to) states.add(state);
    if (mark.kind === 'moved') {
      states.clear();
      states.add(mark.state);
    }
    if (mark.kind === 'storing')
      contents.get(mark.column)?.add(contentOf(token, who, mark.column, mark.version));
    if (mark.kind === 'stored')
      contents.set(mark.column, new Set([contentOf(token, who, mark.column, mark.version)]));
  }
  if (!states.has(record.state))
    yield `the ${who} application is ${record.state}, not ${[...states].join(' or ')}`;
  for (const column of sealedColumns) {
    if (!contents.get(column)?.has(record.columns[column] ?? null))
      yield `the ${column} of the ${who} application: ${record.columns[column] ?? 'nothing'}`;
  }
}
