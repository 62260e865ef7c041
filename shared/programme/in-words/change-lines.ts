/**
 * One line of a comparison. `texts`: of the policy's own words, in its languages, those that it is about. They end the line,
 * and are all that a screen may cut of it.
 */
export interface ChangeLine {
  readonly says: string;
  readonly texts: string;
}

/** A thing of a policy: what it asks or does, and each of its texts with its language. */
export interface Described {
  /** What it is called in a line, in the place of its id. */
  readonly called?: string;
  readonly facts: string;
  readonly texts: readonly string[];
}

/** What things of one kind are called, one and many. */
export interface Named {
  readonly one: string;
  readonly many: string;
}

/** A line as whoever compares files reads it. */
export function inFull({ says, texts }: ChangeLine): string {
  return texts === '' ? says : `${says} ${texts}`;
}

function line(says: string, texts: readonly string[] = []): ChangeLine {
  return { says, texts: texts.length === 0 ? '' : `Texts: ${texts.join(', ')}.` };
}

type Said = string | number | null | undefined;

export function said(value: Said): string {
  return value === null ? 'not decided' : String(value ?? 'not said');
}

/** Nothing where both mean the same to a kiosk, however the file says it. */
export function changed(what: string, before: Said, after: Said): readonly ChangeLine[] {
  const [was, is] = [said(before), said(after)];
  return was === is ? [] : [line(`${what}: ${is} (was ${was}).`)];
}

/** For what is too long to stand twice in one line. */
export function restated(what: string, before: string, after: string): readonly ChangeLine[] {
  return before === after ? [] : [line(`${what} ${after}.`), line(`  Before: ${before}.`)];
}

/** Of what is there before and after: what it asks now where that differs, and those texts that differ. */
export function changedThing(what: string, before: Described, after: Described): readonly ChangeLine[] {
  const [gone, come] = [lessThan(before.texts, after.texts), lessThan(after.texts, before.texts)];
  const isOther = before.facts !== after.facts;
  if (!isOther && gone.length === 0 && come.length === 0) return [];
  const now = line(`${what}${isOther ? ` (${after.facts})` : ''}.`, come);
  const then = line(`  Before:${isOther ? ` ${before.facts}.` : ''}`, gone);
  return isOther || gone.length > 0 ? [now, then] : [now];
}

function lessThan(texts: readonly string[], others: readonly string[]): readonly string[] {
  return texts.filter((text) => !others.includes(text));
}

/** Things that are gone, come or changed, by their ids, and whether those that stay stand in another order. */
export function changedThings(
  { one, many }: Named,
  before: ReadonlyMap<string, Described>,
  after: ReadonlyMap<string, Described>,
): readonly ChangeLine[] {
  const whole = (how: string, id: string, { called = id, facts, texts }: Described): ChangeLine =>
    line(`${one} ${how}: ${called}${facts === '' ? '' : ` (${facts})`}.`, texts);
  const gone = [...before].filter(([id]) => !after.has(id)).map(([id, thing]) => whole('removed', id, thing));
  const told = [...after].flatMap(([id, thing]): readonly ChangeLine[] => {
    const old = before.get(id);
    return old === undefined
      ? [whole('added', id, thing)]
      : changedThing(`${one} changed: ${thing.called ?? id}`, old, thing);
  });
  const [was, is] = [
    [...before.keys()].filter((id) => after.has(id)),
    [...after.keys()].filter((id) => before.has(id)),
  ];
  // The order counts: it is that of the screens, and tells which way is the first.
  const moved =
    was.join() === is.join()
      ? []
      : [line(`${many} in another order: ${[...after].map(([id, { called = id }]) => called).join(', ')}.`)];
  return [...gone, ...told, ...moved];
}

/** A text in each of its languages, as the texts of one thing are listed. `as`: which of its texts. */
export function inLanguages(
  labels: Readonly<Record<string, string>> | undefined,
  as = '',
): readonly string[] {
  return Object.entries(labels ?? {}).map(
    ([language, text]) => `${as === '' ? '' : `${as} `}${text} (${language})`,
  );
}
