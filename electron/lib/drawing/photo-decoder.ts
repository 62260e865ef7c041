import { Image } from '@napi-rs/canvas';
import { err, ok, type Result } from '../../../shared/result.ts';

/** The bytes of a photo are no picture. */
export interface PhotoProblem {
  readonly kind: 'photo-unreadable';
}

/** Decodes a photo once for all the pictures that it stands in. */
export interface PhotoDecoder {
  decode(bytes: Uint8Array): Result<Image, PhotoProblem>;
  /** Lets go of the photo. */
  forget(): void;
}

/** Keeps the last photo, and knows it again by its buffer: its bytes are not compared. */
export function createPhotoDecoder(): PhotoDecoder {
  let decoded: { readonly bytes: Uint8Array; readonly image: Image } | null = null;
  return {
    decode(bytes) {
      if (decoded?.bytes === bytes) return ok(decoded.image);
      const image = new Image();
      try {
        image.src = bytes;
      } catch {
        return err({ kind: 'photo-unreadable' });
      }
      if (!image.complete || image.width === 0) return err({ kind: 'photo-unreadable' });
      decoded = { bytes, image };
      return ok(image);
    },
    forget() {
      decoded = null;
    },
  };
}
