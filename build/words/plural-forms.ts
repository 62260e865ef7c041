/** The forms of a plural by their categories; null: the message has none. It is one plural and nothing beside it. */
export function pluralForms(message: string): ReadonlyMap<string, string> | null {
  const head = /^\{\w+, plural, /.exec(message);
  if (head === null) return null;
  const forms = new Map<string, string>();
  let rest = message.slice(head[0].length, -1);
  for (let name = /^\s*(\w+) \{/.exec(rest); name !== null; name = /^\s*(\w+) \{/.exec(rest)) {
    let depth = 1;
    let end = name[0].length;
    for (; depth > 0 && end < rest.length; end += 1) {
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
    }
    forms.set(name[1] ?? '', rest.slice(name[0].length, end - 1));
    rest = rest.slice(end);
  }
  return forms;
}
