// <form data-concept-url="..."> keeps a draft on the server while somebody types; nothing stays in the browser.
// The answer is a short text, shown in [data-concept-status]: "Concept bewaard om 10.42 uur".
const PAUSE = 1500;
const waiting = new WeakMap();

async function keep(form) {
  const answer = await fetch(form.dataset.conceptUrl, {
    method: 'POST',
    body: new FormData(form),
    headers: { 'X-Requested-With': 'fetch' },
    credentials: 'same-origin',
  }).catch(() => null);
  const status = document.querySelector('[data-concept-status]');
  if (status) status.textContent = answer?.ok ? await answer.text() : 'Concept niet bewaard. Wij proberen het opnieuw.';
  if (!answer?.ok) plan(form, PAUSE * 8);
}

function plan(form, pause) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => keep(form), pause));
}

document.addEventListener('input', (event) => {
  const form = event.target.form;
  if (form?.dataset.conceptUrl) plan(form, PAUSE);
});
