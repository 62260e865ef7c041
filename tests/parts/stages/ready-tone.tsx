import { type ReactNode, useState } from 'react';
import { useReadyTone } from '../../../renderer/parts/ready-tone/use-ready-tone.ts';

function Screen({ ready, audible }: { ready: readonly number[]; audible: boolean }): ReactNode {
  useReadyTone(ready, audible);
  return <p>{ready.join()}</p>;
}

/** A screen with a card that was ready before it came; others become ready by a press. */
export function ReadyToneStage(): ReactNode {
  const [ready, setReady] = useState<readonly number[]>([37]);
  const [audible, setAudible] = useState(true);
  const [age, setAge] = useState(0);
  return (
    <>
      <Screen key={age} ready={ready} audible={audible} />
      <button type="button" onClick={() => setReady((now) => [...now, 38 + now.length])}>
        One more is ready
      </button>
      <button type="button" onClick={() => setReady((now) => now.slice(0, -1))}>
        The last one is gone
      </button>
      <button type="button" onClick={() => setReady((now) => [...now])}>
        Tell the same again
      </button>
      <button type="button" onClick={() => setAge((now) => now + 1)}>
        Another screen
      </button>
      <button type="button" onClick={() => setAudible(false)}>
        The programme wants none
      </button>
    </>
  );
}
