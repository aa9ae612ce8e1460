// A form is sent once: its buttons are off while it is on its way. The server has the last word,
// through the form key; without JavaScript that alone guards.
import { OFFLINE, say } from './fouten.js';

const forms = new WeakSet();

// Without a connection the browser would show its own page, and what was typed would be gone.
// It may be wrong about that (the server can be this machine), so the server is asked.
const reached = new WeakSet();

function isReached() {
  return fetch('/gezond', { cache: 'no-store' }).then((answer) => answer.ok, () => false);
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (navigator.onLine || form.method !== 'post' || reached.delete(form)) return;
  const button = event.submitter;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!(await isReached())) say(OFFLINE);
  else {
    reached.add(form);
    form.requestSubmit(button);
  }
}, { capture: true });

function buttons(form) {
  return [...form.elements].filter((element) => element.type === 'submit');
}

// also the buttons beside a form that was replaced: they belong to the new one now
function release(form) {
  forms.delete(form);
  for (const button of document.querySelectorAll('[type=submit][aria-busy]')) button.removeAttribute('aria-busy');
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (forms.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  forms.add(form);
  // after this event, so that the pressed button still takes part in the form
  setTimeout(() => buttons(form).forEach((button) => button.setAttribute('aria-busy', 'true')));
}, { capture: true });

document.addEventListener('htmx:afterRequest', (event) => {
  const form = event.detail.requestConfig.elt.closest('form'); // as it was sent, replaced or not
  if (form) release(form);
});
// back to a page from the browser's memory: its form may be sent again
window.addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release));

// after a refused form the summary gets the focus, so that it is read out; what came into another
// part of the page leaves the focus where it is
document.addEventListener('htmx:load', (event) => {
  const into = event.target;
  const summary = into.matches('[data-foutsamenvatting]') ? into : into.querySelector('[data-foutsamenvatting]');
  summary?.focus();
});
document.querySelector('[data-foutsamenvatting]')?.focus();
