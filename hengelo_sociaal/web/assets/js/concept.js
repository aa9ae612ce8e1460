// <form data-concept-url="..."> keeps a draft on the server while somebody types; nothing stays in the browser.
// The answer is a short text, shown in [data-concept-status]: "Concept bewaard om 10.42 uur". A header
// X-Revisie is the revision of what was kept, for the form's own `revisie`; 409 is a refusal in words.
const PAUSE = 1500;
const waiting = new Map();

async function keep(form) {
  waiting.delete(form);
  const answer = await fetch(form.dataset.conceptUrl, {
    method: 'POST',
    body: new FormData(form),
    headers: { 'X-Requested-With': 'fetch' },
    credentials: 'same-origin',
    keepalive: true, // also when the tab closes meanwhile
  }).catch(() => null);
  const status = document.querySelector('[data-concept-status]');
  const said = answer?.ok || answer?.status === 409;
  if (status) status.textContent = said ? await answer.text() : 'Concept niet bewaard. Wij proberen het opnieuw.';
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
// a tab that closes or goes to the background: what waits is kept now
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') [...waiting.keys()].forEach((form) => (forget(form), keep(form)));
});
