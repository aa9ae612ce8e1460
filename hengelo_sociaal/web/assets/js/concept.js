// <form data-concept-url="..."> keeps a draft on the server while somebody types; nothing stays in the browser.
// The answer is a short text, shown in [data-concept-status]: "Concept bewaard om 10.42 uur". A header
// X-Revisie is the revision of what was kept, for the form's own `revisie`; 409 is a refusal in words.
const PAUSE = 1500;
const waiting = new Map();
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

async function keep(form) {
  waiting.delete(form);
  freshen(form);
  const answer = await fetch(form.dataset.conceptUrl, {
    method: 'POST',
    body: new FormData(form),
    headers: { 'X-Requested-With': 'fetch' },
    credentials: 'same-origin',
    redirect: 'manual', // to the log-in page: the session has ended
    keepalive: true, // also when the tab closes meanwhile
  }).catch(() => null);
  const status = document.querySelector('[data-concept-status]');
  const said = answer?.ok || answer?.status === 409;
  form.toggleAttribute('data-uitgelogd', answer?.type === 'opaqueredirect');
  if (form.hasAttribute('data-uitgelogd')) sayLoggedOut(status);
  else if (status) status.textContent = said ? await answer.text() : 'Concept niet bewaard. Wij proberen het opnieuw.';
  const revision = answer?.headers.get('X-Revisie');
  if (revision && form.elements.revisie) form.elements.revisie.value = revision;
  if (!said) plan(form, PAUSE * 8);
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
// Sending it while logged out would lose what was typed: first see whether somebody is back.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.hasAttribute('data-uitgelogd')) return;
  const button = event.submitter;
  event.preventDefault();
  event.stopImmediatePropagation();
  await keep(form);
  if (!form.hasAttribute('data-uitgelogd')) form.requestSubmit(button);
}, { capture: true });
// a tab that closes or goes to the background: what waits is kept now
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') [...waiting.keys()].forEach((form) => (forget(form), keep(form)));
});
