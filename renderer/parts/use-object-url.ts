import { useEffect, useState } from 'react';

/**
 * An address for bytes that an `<img>` can show. It is revoked as soon as the bytes are replaced or the
 * picture leaves the screen: a picture of a person must not stay reachable.
 */
export function useObjectUrl(bytes: Uint8Array | null, type: 'image/png' | 'image/jpeg'): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (bytes === null) {
      setUrl(null);
      return undefined;
    }
    // Copied, because a Blob takes no view of memory that may be shared.
    const created = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    setUrl(created);
    // After the next frame: until then the picture on the screen may still be reading it.
    return () => {
      requestAnimationFrame(() => URL.revokeObjectURL(created));
    };
  }, [bytes, type]);
  return url;
}
