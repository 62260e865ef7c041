import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LedgerFilter, NumberedEntry } from '../../../shared/contract/ledger-pages.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';

interface Read {
  readonly entries: readonly NumberedEntry[];
  readonly names: ReadonlyMap<string, string>;
  /** Where to go on; null: nothing older is there. */
  readonly before: number | null;
  /** The entry that the search has come down to, while none was found; null: it stands still. */
  readonly passing: number | null;
  readonly refusal: Refusal | null;
}

/** The entries that a filter lets through, as far as they were asked for. */
export interface LedgerEntries extends Read {
  readonly reading: boolean;
  readMore(): void;
}

const NOTHING: Read = { entries: [], names: new Map(), before: null, passing: null, refusal: null };

/** Reads the ledger backwards. `written`: another number for each entry that the screen itself has caused. */
export function useLedgerEntries(filter: LedgerFilter, written: number): LedgerEntries {
  const { client } = useCore();
  const [read, setRead] = useState(NOTHING);
  const [reading, setReading] = useState(true);
  const newest = useRef(0);
  const asked = useMemo(() => ({ filter, written }), [filter, written]);

  const readFrom = useCallback(
    async (start: number | null): Promise<void> => {
      newest.current += 1;
      const own = newest.current;
      setReading(true);
      let before = start;
      for (;;) {
        const answer = await client.readLedger({ filter: asked.filter, before });
        // Another filter was chosen meanwhile.
        if (own !== newest.current) return;
        if (!answer.ok) {
          setRead((now) => ({ ...now, passing: null, refusal: answer.error }));
          break;
        }
        const page = answer.value;
        const done = page.entries.length > 0 || page.before === null;
        setRead((now) => ({
          entries: [...now.entries, ...page.entries],
          names: new Map(page.names.map(({ member, name }) => [member, name])),
          before: page.before,
          passing: done ? null : page.before,
          refusal: null,
        }));
        if (done) break;
        ({ before } = page);
      }
      setReading(false);
    },
    [client, asked],
  );
  useEffect(() => {
    setRead(NOTHING);
    void readFrom(null);
  }, [readFrom]);
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );
  return { ...read, reading, readMore: () => void readFrom(read.before) };
}
