/** Runs acts one after the other: each begins once the one before it is done, however that went. */
export type InTurn = <Value>(act: () => Promise<Value> | Value) => Promise<Value>;

/** Nobody's turn yet. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    // Whoever asked gets the failure; the next in the row has nothing to do with it.
    last = turn.catch(() => undefined);
    return turn;
  };
}
