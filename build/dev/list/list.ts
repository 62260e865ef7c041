import { fixtures } from '../fixtures/fixtures.ts';
import './list.css';

// The list of all states beside the screen. Its address names the state, so that a reload comes back to it.

const states = document.querySelector('nav');
const screen = document.querySelector('iframe');
if (states === null || screen === null) throw new Error('list.html lacks its parts');

for (const name of new Set(fixtures.map((fixture) => fixture.screen))) {
  const heading = document.createElement('h2');
  heading.textContent = name;
  states.append(heading);
  for (const fixture of fixtures.filter((each) => each.screen === name)) {
    const link = document.createElement('a');
    link.href = `#${fixture.name}`;
    link.textContent = fixture.title;
    states.append(link);
  }
}

function show(): void {
  const name = location.hash.slice(1) || 'start';
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#${name}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  screen?.contentWindow?.location.replace(`/screen?state=${name}`);
}

window.addEventListener('hashchange', show);
// Keys belong to the screen, not to the list.
screen.addEventListener('load', () => screen.contentWindow?.focus());
show();
