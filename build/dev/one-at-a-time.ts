/** Something that is done over again, never twice at once. */
export interface Repeated {
  /** Asks for it: once more after the last asking, however many there were. */
  ask(): void;
  /** Nothing begins any more; resolves when what is under way is done. */
  end(): Promise<void>;
}

/** Does `act` once it has not been asked for `quietMilliseconds`, and once more if it was asked for meanwhile. */
export function oneAtATime(act: () => Promise<void>, quietMilliseconds: number): Repeated {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let isAsked = false;
  let isEnded = false;

  const begin = (): void => {
    if (underWay !== null || isEnded) return;
    isAsked = false;
    underWay = act().finally(() => {
      underWay = null;
      if (isAsked) wait();
    });
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(begin, quietMilliseconds);
  };

  return {
    ask() {
      isAsked = true;
      if (!isEnded) wait();
    },
    async end() {
      isEnded = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
