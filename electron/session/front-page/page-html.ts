import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { FrontPage } from '../../../shared/contract/launcher.ts';
import { unreachable } from '../../../shared/result.ts';
import { problemWords } from '../../../shared/start/problem-words.ts';
import { mayTryAgain, problemCode } from '../../../shared/start/start-problem.ts';

/** Where the key's link leads; nobody ever goes there, it is how a page without a script says that it was pressed. */
export const AGAIN = 'app://kiosk/again';

/** The whole page as text: no script, one style sheet, and every word in it escaped. */
export function pageHtml(page: FrontPage, use: KioskUse): string {
  const { title, body } = contentOf(page);
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="app://kiosk/page.css">
</head>
<body>
${banner(use)}<main>
${body}
</main>
</body>
</html>
`;
}

/** As every screen of a kiosk that must not hold residents' data (renderer/parts/banner.tsx). */
function banner(use: KioskUse): string {
  switch (use) {
    case 'residents':
      return '';
    case 'rehearsal':
      return '<header>Rehearsal: not for residents’ data</header>\n';
    case 'evaluation':
      return '<header>Evaluation runtime: not for residents’ data</header>\n';
    default:
      return unreachable(use);
  }
}

function contentOf(page: FrontPage): { readonly title: string; readonly body: string } {
  switch (page.kind) {
    case 'problem':
      return problemContent(page);
    case 'restarting':
      return waiting('Starting again', 'The kiosk stopped and is starting again. Wait a moment.');
    case 'trying':
      return waiting('Trying again', 'The kiosk is trying to start again. Wait a moment.');
    default:
      return unreachable(page);
  }
}

function waiting(title: string, sentence: string): { readonly title: string; readonly body: string } {
  return {
    title,
    body: `<p class="name">Counterfoil</p>
<h1>${escaped(title)}</h1>
<p role="status">${escaped(sentence)}</p>`,
  };
}

function problemContent({ problem, tries, again }: Extract<FrontPage, { readonly kind: 'problem' }>): {
  readonly title: string;
  readonly body: string;
} {
  const { title, happened, todo, call, details } = problemWords(problem);
  const code = problemCode(problem);
  const parts = [
    `<p class="name">Counterfoil can’t start <strong class="code">${escaped(code)}</strong></p>`,
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(happened)}</p>`,
    '<h2>What to do</h2>',
    `<p>${escaped(call)}</p>`,
    '<section class="it">',
    '<h2>For IT staff</h2>',
    `<p>${escaped(todo)}</p>`,
    ...(details === '' ? [] : [`<p class="details">${escaped(details)}</p>`]),
    '</section>',
    ...(tries === 0 ? [] : [`<p role="status">${escaped(triedInVain(tries))}</p>`]),
    ...(again ? [`<p class="key"><a href="${AGAIN}" autofocus>Try again</a> <kbd>Enter</kbd></p>`] : []),
    // The launcher's budget for the key: a try counts for ten minutes.
    ...(!again && mayTryAgain(problem)
      ? ['<p>You can try again within 10 minutes. The button comes back by itself.</p>']
      : []),
  ];
  return { title: `${title} (${code})`, body: parts.join('\n') };
}

function triedInVain(tries: number): string {
  return tries === 1
    ? 'Tried again. The problem is still there.'
    : `Tried again ${tries} times. The problem is still there.`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
