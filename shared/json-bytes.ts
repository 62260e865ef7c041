import { utf8Text } from './utf8-text.ts';

/**
 * What bytes say as JSON in UTF-8, for a schema to judge. Null: they are no UTF-8 or no JSON, such as a file that was cut off;
 * no file of ours is `null`, so a schema refuses both alike.
 */
export function jsonInBytes(bytes: Uint8Array): unknown {
  const text = utf8Text(bytes);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
