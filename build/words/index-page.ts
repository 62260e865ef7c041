import type { ShownState } from './show-state.ts';
import {
  type IndexedMessage,
  type Known,
  knownAs,
  type PlaceInState,
  pictureOf,
  summaryOf,
} from './word-index.ts';

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 82rem; padding: 0 1rem; }
figure { margin: 1rem 0; position: relative; overflow: hidden; border: 1px solid #767676; }
figure img { display: block; inline-size: 100%; }
figure a { position: absolute; box-sizing: border-box; border: 1px dashed #5c5c5c; }
figure a.first { border: 2px solid #b00020; }
figure a.first b { position: absolute; inset-block-end: 100%; inset-inline-start: 0; background: #b00020; color: #fff;
  font-size: 11px; line-height: 1.2; padding: 0 3px; }
figure a:hover, figure a:focus, figure a:target { outline: 4px solid #0b57d0; background: #0b57d033; }
li { margin-block: 0.75rem; }
li:target { outline: 4px solid #0b57d0; }
.english { font-size: 1.1rem; font-weight: 600; }
.comment { margin: 0; }
.files { color: #4a4a4a; font-size: 0.85rem; margin: 0; }
`;

const HOW = {
  seen: '',
  covered: ' (something lies over it there)',
  heard: ' (said by screen readers)',
} as const;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function paperLinks({ papers }: IndexedMessage): string {
  return papers
    .map((picture) => ` On paper: <a href="${escaped(picture)}">${escaped(picture)}</a>.`)
    .join('');
}

/** For translators: nothing is known of a longer text. */
function longestFit({ fits }: IndexedMessage): string {
  return fits === null ? '' : ` Longest that is drawn: ${fits.characters} characters (${fits.language}).`;
}

function elsewhere({ id, places }: IndexedMessage): string {
  const states = [...new Set(places.map(({ state }) => state))].slice(1);
  if (states.length === 0) return '';
  const links = states.map((state) => `<a href="#${state}:${id}">${state}</a>`).join(', ');
  return `<details><summary>Also in ${states.length} more</summary>${links}</details>`;
}

/** One message, as an item of a list. */
function item(message: IndexedMessage): string {
  const { id, english, context, comments, files, places, unseen } = message;
  const [best] = places;
  return `<li id="${id}"><span class="english">${escaped(english)}</span> <code>${id}</code>${
    context === null ? '' : ` – ${escaped(context)}`
  }${best === undefined ? '' : HOW[best.how]}
${[...comments, ...(unseen === null || best !== undefined ? [] : [unseen])].map((comment) => `<p class="comment">${escaped(comment)}</p>`).join('')}
<p class="files">${files.map(escaped).join(', ')}.${longestFit(message)}${paperLinks(message)}</p>${elsewhere(message)}</li>`;
}

function mark(
  state: ShownState,
  message: IndexedMessage,
  { box }: PlaceInState,
  number: number | null,
): string {
  if (box === null) return '';
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;
  const place = [
    `left:${percent(box.x, state.width)}`,
    `top:${percent(box.y, state.height)}`,
    `width:${percent(box.width, state.width)}`,
    `height:${percent(box.height, state.height)}`,
  ].join(';');
  const label = number === null ? '' : `<b>${number}</b>`;
  return `<a ${number === null ? '' : 'class="first" '}id="${state.name}:${message.id}" href="#${message.id}" title="${escaped(message.english)}" style="${place}">${label}</a>`;
}

function areaOf({ box }: PlaceInState): number {
  return box === null ? 0 : box.width * box.height;
}

/** A state's picture with every message marked, and those that are told of here: whose best place it is. */
function stateSection(state: ShownState, messages: readonly IndexedMessage[]): string {
  const told = messages.filter(({ places: [best] }) => best?.state === state.name);
  const marks = messages
    .flatMap((message) => {
      const place = message.places.find((each) => each.state === state.name);
      const number = told.indexOf(message);
      return place === undefined ? [] : [{ message, place, number: number === -1 ? null : number + 1 }];
    })
    // A large one must not lie over those inside of it.
    .toSorted((one, other) => areaOf(other.place) - areaOf(one.place))
    .map(({ message, place, number }) => mark(state, message, place, number));
  return `<section><h2 id="${state.name}">${escaped(state.screen)}: ${escaped(state.title)}</h2>
<figure><img src="${pictureOf(state.name)}" loading="lazy" alt="" width="${state.width}" height="${state.height}" style="height:auto">
${marks.join('\n')}</figure>
<ol>${told.map(item).join('\n')}</ol></section>`;
}

/** Those that no picture shows best, by why. */
const APART: readonly (readonly [known: Known, heading: string])[] = [
  ['nowhere', 'Shown by no state'],
  ['on-paper', 'On paper only'],
  ['heard', 'Said by screen readers only'],
  ['unseen', 'Typed and never shown'],
];

/** Every message with its picture, for a translator to look through. */
export function indexPage(messages: readonly IndexedMessage[], states: readonly ShownState[]): string {
  const apart = APART.map(([known, heading]) => {
    const these = messages.filter((each) => knownAs(each) === known);
    // Those with a place are told of in its picture.
    const items = these.map((each) =>
      each.places.length === 0 ? item(each) : `<li><a href="#${each.id}">${escaped(each.english)}</a></li>`,
    );
    return `<h2 id="${known}">${heading}: ${these.length}</h2>
<details><summary>List</summary><ul>${items.join('\n')}</ul></details>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Counterfoil’s messages</title><style>${STYLE}</style></head><body>
<h1>Counterfoil’s messages</h1>
<p>${summaryOf(messages, states.length)}
A number marks a message where it is told of; a dashed line marks one that is told of elsewhere: select it to go there.</p>
${apart.join('\n')}
<h2>States</h2>
<ul>${states.map(({ name, screen, title }) => `<li><a href="#${name}">${escaped(screen)}: ${escaped(title)}</a></li>`).join('\n')}</ul>
${states.map((state) => stateSection(state, messages)).join('\n')}
</body></html>
`;
}
