/** Where two switches can stop: at a control, or at a group of more of them. */
export interface Stop<Item> {
  readonly item: Item;
  /** Null: a control. */
  readonly within: readonly Stop<Item>[] | null;
}

/** Where they have stopped. */
export interface Position<Item> {
  /** The groups that were gone into, from the outermost. */
  readonly groups: readonly Item[];
  /** Behind the last stop of a group is the way out of it. */
  readonly at: { readonly kind: 'stop'; readonly item: Item } | { readonly kind: 'way-out' };
}

/** What "select" comes to. */
export interface Selection<Item> {
  readonly position: Position<Item> | null;
  /** The control that is pressed; null: a group was gone into, or left. */
  readonly pressed: Item | null;
}

function stopsIn<Item>(stops: readonly Stop<Item>[], groups: readonly Item[]): readonly Stop<Item>[] | null {
  let found: readonly Stop<Item>[] | null = stops;
  for (const group of groups) found = found?.find(({ item }) => item === group)?.within ?? null;
  return found;
}

function firstIn<Item>(stops: readonly Stop<Item>[] | null, groups: readonly Item[]): Position<Item> | null {
  const first = stops?.[0];
  return first === undefined ? null : { groups, at: { kind: 'stop', item: first.item } };
}

/** The first stop in a group, or on the screen. */
export function firstStop<Item>(
  stops: readonly Stop<Item>[],
  groups: readonly Item[] = [],
): Position<Item> | null {
  return firstIn(stopsIn(stops, groups), groups);
}

/** Where an item is among the stops, in whatever groups; null: it is none of them. */
export function positionOf<Item>(
  stops: readonly Stop<Item>[],
  item: Item,
  groups: readonly Item[] = [],
): Position<Item> | null {
  for (const stop of stops) {
    if (stop.item === item) return { groups, at: { kind: 'stop', item } };
    const inner = stop.within === null ? null : positionOf(stop.within, item, [...groups, stop.item]);
    if (inner !== null) return inner;
  }
  return null;
}

/** The same position if it still is one; else the first stop in the innermost of its groups that there is still. */
export function settle<Item>(
  stops: readonly Stop<Item>[],
  position: Position<Item> | null,
): Position<Item> | null {
  if (position === null) return firstStop(stops);
  const { groups, at } = position;
  const here = stopsIn(stops, groups) ?? [];
  const isThere =
    at.kind === 'way-out' ? groups.length > 0 && here.length > 0 : here.some(({ item }) => item === at.item);
  if (isThere) return position;
  const innermost = groups
    .map((_, left) => groups.slice(0, groups.length - left))
    .map((each) => firstStop(stops, each));
  return innermost.find((each) => each !== null) ?? firstStop(stops);
}

/** "Move": to the next stop. Behind the last one: the way out of a group, or the first stop of the screen again. */
export function move<Item>(stops: readonly Stop<Item>[], from: Position<Item> | null): Position<Item> | null {
  const position = settle(stops, from);
  if (position === null || from === null) return position;
  const { groups, at } = position;
  const here = stopsIn(stops, groups) ?? [];
  if (at.kind === 'way-out') return firstIn(here, groups);
  const next = here[here.findIndex(({ item }) => item === at.item) + 1];
  if (next !== undefined) return { groups, at: { kind: 'stop', item: next.item } };
  return groups.length === 0 ? firstIn(here, groups) : { groups, at: { kind: 'way-out' } };
}

/**
 * "Select": presses a control, goes into a group, or leaves it. After a control in a row of a larger group (a keyboard) the
 * rows begin anew; else it stays where it is.
 */
export function select<Item>(stops: readonly Stop<Item>[], from: Position<Item> | null): Selection<Item> {
  const position = settle(stops, from);
  // Nobody has seen yet where it stands.
  if (position === null || from === null || position !== from) return { position, pressed: null };
  const { groups, at } = position;
  if (at.kind === 'way-out') {
    const outer = groups.slice(0, -1);
    const left = groups.at(-1);
    const next = left === undefined ? null : move(stops, { groups: outer, at: { kind: 'stop', item: left } });
    return { position: next, pressed: null };
  }
  const stop = stopsIn(stops, groups)?.find(({ item }) => item === at.item);
  if (stop !== undefined && stop.within !== null)
    return { position: firstIn(stop.within, [...groups, at.item]), pressed: null };
  const after = groups.length < 2 ? position : firstStop(stops, groups.slice(0, -1));
  return { position: after, pressed: at.item };
}
