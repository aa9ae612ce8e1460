// <form data-concept-url="..."> keeps a draft on the server while somebody types; nothing stays in the browser.
// The answer is a short text, shown in [data-concept-status]: "Concept bewaard om 10.42 uur". A header
// X-Revisie is the revision of what was kept, for the form's own `revisie`; 409 is a refusal in words.
import { OFFLINE, say } from './fouten.js';

const PAUSE = 1500;
const waiting = new Map();
const UNREACHED = 'Geen verbinding. Wat u typte, staat nog op dit scherm. Wij proberen het opnieuw.';
const REFUSED = 'Niet bewaard. Wat u typte, staat nog op dit scherm. Wij proberen het opnieuw.';
const LOGGED_OUT = 'U bent uitgelogd. Wat u typte, staat hier nog. ';

// Who logged in again in another tab has a new security code; the form still holds the old one.
function freshen(form) {
  const code = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  const field = form.elements.csrfmiddlewaretoken;
  if (code && field) field.value = code;
}

function sayLoggedOut(status) {
  const link = document.createElement('a');
  Object.assign(link, { href: '/inloggen?next=/hulp', target: '_blank', textContent: 'Log in op een nieuw tabblad' });
  status?.replaceChildren(LOGGED_OUT, link);
}

// What stands in the bar: a text, or the link to log in again.
function show(form, status, answer, text) {
  const loggedOut = answer?.type === 'opaqueredirect';
  form.toggleAttribute('data-onbewaard', text === null);
  status?.toggleAttribute('data-onbewaard', text === null);
  if (loggedOut) sayLoggedOut(status);
  else if (status) status.textContent = text ?? (answer ? REFUSED : UNREACHED);
}

// Whether it is on the server now, or was refused in words: both are for the server to go on with.
async function keep(form, closing = false) {
  forget(form);
  freshen(form);
  const answer = await fetch(form.dataset.conceptUrl, {
    method: 'POST',
    body: new FormData(form),
    headers: { 'X-Requested-With': 'fetch' },
    credentials: 'same-origin',
    redirect: 'manual', // to the log-in page: the session has ended
    keepalive: closing, // goes on when the tab closes; browsers then take 64 KiB at most
  }).catch(() => null);
  const said = Boolean(answer?.ok || answer?.status === 409);
  show(form, document.querySelector('[data-concept-status]'), answer, said ? await answer.text() : null);
  const revision = answer?.headers.get('X-Revisie');
  if (revision && form.elements.revisie) form.elements.revisie.value = revision;
  if (!said) plan(form, PAUSE * 8);
  return said;
}

function plan(form, pause) {
  forget(form);
  waiting.set(form, setTimeout(() => keep(form), pause));
}

function forget(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
}

document.addEventListener('input', (event) => {
  const form = event.target.form;
  if (form?.dataset.conceptUrl && !event.target.matches('[data-zoek]')) plan(form, PAUSE);
});
// what htmx put into the form, such as a chosen resident, belongs to the draft as well
document.addEventListener('htmx:load', (event) => {
  const form = event.target.closest?.('form[data-concept-url]');
  if (form && event.target.matches('[data-bewaar]')) plan(form, 0);
});
document.addEventListener('submit', (event) => forget(event.target));
// Sending it while it cannot be kept would lose what was typed: first see whether it can be again.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.hasAttribute('data-onbewaard')) return;
  const button = event.submitter;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await keep(form)) form.requestSubmit(button);
  else if (!navigator.onLine) say(OFFLINE);
}, { capture: true });
const unkept = () => [...document.querySelectorAll('form[data-onbewaard]')];
window.addEventListener('online', () => unkept().forEach((form) => keep(form)));
// the browser asks whether to leave
window.addEventListener('beforeunload', (event) => {
  if (unkept().length) event.preventDefault();
});
// a tab that closes or goes to the background: what waits is kept now
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') [...waiting.keys()].forEach((form) => keep(form, true));
});
// Who was chosen on another page belongs to the draft as well, before anything is typed.
if (new URLSearchParams(window.location.search).has('inwoner')) {
  document.querySelectorAll('form[data-concept-url]').forEach((form) => plan(form, 0));
}
