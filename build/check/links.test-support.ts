import { posix } from 'node:path';

const FENCED = /^```[\s\S]*?^```/gm;
const LINK = /\]\(([^)\s]+)\)/g;
const HEADING = /^#{1,6} +(.+)$/gm;

/** What GitHub calls a heading in an address: lower case, punctuation out, spaces to hyphens; of a link its words. */
function anchorsIn(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.replace(FENCED, '').matchAll(HEADING)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/**
 * The relative links of a page that lead to no file, or to no heading of it, as they are written there.
 *
 * @param textAt The text of a file by its path from the top of the repository; null: there is none.
 */
export function brokenLinks(page: string, textAt: (path: string) => string | null): readonly string[] {
  const read = (textAt(page) ?? '').replace(FENCED, '').replace(/`[^`]*`/g, '');
  const links = [...read.matchAll(LINK)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const text = textAt(path === '' ? page : posix.join(posix.dirname(page), path));
    return text === null || (anchor !== undefined && !anchorsIn(text).has(anchor));
  });
}
