/** Runs acts one after the other: each begins once the one before it is done, however that went. */
export type InTurn = <Value>(act: () => Promise<Value>) => Promise<Value>;

/** Nobody's turn yet. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
}
