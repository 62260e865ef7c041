import type { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { encodeFrame, FrameError, FrameReader } from '../frames/frame.ts';
import { open, type SealedOwner, type SealedPart, seal } from './seal.ts';

/** Seals a structured content (answers, card, tray, fingerprints, look-up, asked name). The plain copy is zeroed on the way. */
export function sealContent(
  key: Uint8Array,
  owner: SealedOwner,
  part: SealedPart,
  content: unknown,
): Uint8Array {
  const plain = encodeFrame(content);
  const sealed = seal(key, owner, part, plain);
  plain.fill(0);
  return sealed;
}

/** Opens what `sealContent` made, parsed by the content's schema. */
export function openContent<Schema extends z.ZodType>(
  key: Uint8Array,
  owner: SealedOwner,
  part: SealedPart,
  sealed: Uint8Array,
  schema: Schema,
): Result<z.output<Schema>, { readonly kind: 'tampered' | 'not-understood' }> {
  const plain = open(key, owner, part, sealed);
  if (!plain.ok) return plain;
  try {
    const [content] = new FrameReader().push(plain.value);
    const parsed = schema.safeParse(content);
    return parsed.success ? ok(parsed.data) : err({ kind: 'not-understood' });
  } catch (error) {
    if (error instanceof FrameError) return err({ kind: 'not-understood' });
    throw error;
  } finally {
    plain.value.fill(0);
  }
}
