/** A message as it is read: one form of each plural, `7` for a number, a word for any other value, no tags. */
export function asRead(message: string): readonly string[] {
  const forms = /^\{(\w+), plural, (.*)\}$/.exec(message);
  const texts =
    forms === null
      ? [message]
      : [...(forms[2] ?? '').matchAll(/\{((?:[^{}]|\{\w+\})*)\}/g)].map(([, form = '']) => form);
  return texts.map((text) =>
    text
      .replace(/<\/?\d+>/g, '')
      .replace(/\{\w+\}/g, 'this')
      .replace(/#/g, '7'),
  );
}
