import { z } from 'zod';
import { visible } from '../start/visible.ts';

const text = z.string().max(4096);

/**
 * What is wrong at one place of a settings file. `what`: "unknown key data-foldr". `takes`: what may stand there, as the end
 * of "It takes …". `nearest`: the known key that a key comes nearest to; null: the key is known, or it is about none.
 */
export const settingsMistake = z.object({
  line: z.int().min(1),
  column: z.int().min(1),
  what: text,
  takes: text,
  nearest: text.nullable(),
});
export type SettingsMistake = Readonly<z.infer<typeof settingsMistake>>;

/** On one line, as compilers write and editors jump to: `FILE:3:1: …`. */
export function mistakeLine(path: string, { line, column, what, takes, nearest }: SettingsMistake): string {
  const near = nearest === null ? '' : `; nearest known key: ${nearest}`;
  return visible(`${path}:${line}:${column}: ${what}; allowed: ${takes}${near}`);
}

/** As the page says it, with all that the line of the log has. */
export function mistakeSentence({ line, column, what, takes, nearest }: SettingsMistake): string {
  const place = `Line ${line}, column ${column}: ${what}.`;
  return nearest === null
    ? `${place} It takes ${takes}.`
    : `${place} Did you mean ${nearest}? Allowed: ${takes}.`;
}
