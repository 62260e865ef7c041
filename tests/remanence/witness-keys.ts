import type { Readable } from 'node:stream';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';

const KEY_BYTES = 32;

/** Reads the keys that the witness of this kiosk's keeper writes, one for each application. */
export function readKeys(kiosk: LaunchedKiosk): () => Promise<Uint8Array> {
  const pipe: unknown = kiosk.process.stdio[4];
  if (!isReadable(pipe)) throw new Error('the keeper has no witness pipe');
  return async () => {
    for (;;) {
      const chunk: unknown = pipe.read(KEY_BYTES);
      if (chunk instanceof Uint8Array && chunk.byteLength === KEY_BYTES) return Uint8Array.from(chunk);
      await new Promise((resolve) => pipe.once('readable', resolve));
    }
  };
}

function isReadable(stream: unknown): stream is Readable {
  return stream !== null && typeof stream === 'object' && 'read' in stream && 'once' in stream;
}
