// What htmx could not fetch is said on the page, in words; what was typed stays where it is.
const SENTENCES = {
  403: 'U mag dit niet doen. Denkt u dat dit niet klopt? Vraag het uw functioneel beheerder.',
  404: 'Dit onderdeel bestaat niet meer. Ververs de pagina.',
  409: 'Iemand anders was u voor. Ververs de pagina en probeer het opnieuw.',
  429: 'U doet dit te vaak achter elkaar. Wacht een minuut en probeer het opnieuw.',
};
const OTHER = 'Dit lukte niet. Wat u hebt ingevuld staat er nog. Probeer het zo opnieuw.';
export const OFFLINE = 'Er is geen verbinding. Wat u hebt ingevuld staat er nog. Probeer het zo opnieuw.';

export function say(sentence) {
  const place = document.getElementById('hs-storing');
  if (!place) return;
  place.querySelector('p').textContent = sentence;
  place.hidden = false;
}

document.addEventListener('htmx:responseError', (event) => say(SENTENCES[event.detail.xhr.status] || OTHER));
document.addEventListener('htmx:sendError', () => say(OFFLINE));
document.addEventListener('htmx:beforeRequest', () => {
  const place = document.getElementById('hs-storing');
  if (place) place.hidden = true;
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-sluit]')) event.target.closest('.hs-storing').hidden = true;
});
