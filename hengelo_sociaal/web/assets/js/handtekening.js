// [data-tekenvak="id"] lets somebody draw a signature; the lines go as JSON into the hidden field with that id.
// Without JavaScript the box stays hidden: agreement is spoken or signed on paper.
import SignaturePad from 'signature_pad';

const INKT = '#08384b';

function lines(pad) {
  return pad.toData().map((group) => group.points.map(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]));
}

function start(box) {
  const canvas = box.querySelector('canvas');
  const field = document.getElementById(box.dataset.tekenvak);
  if (!field || box.dataset.klaar) return;
  box.dataset.klaar = 'ja';
  box.hidden = false;
  const pad = new SignaturePad(canvas, { penColor: INKT, minWidth: 1.2, maxWidth: 2.6 });
  const keep = () => {
    const { width, height } = canvas.getBoundingClientRect();
    const empty = pad.isEmpty();
    field.value = empty ? '' : JSON.stringify({ breedte: Math.round(width), hoogte: Math.round(height), lijnen: lines(pad) });
  };
  // the sheet gets the size it has on screen once it is shown, and sharp on every screen
  const fit = () => {
    const { width, height } = canvas.getBoundingClientRect();
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    if (!width || canvas.width === Math.round(width * ratio)) return;
    const drawn = pad.toData();
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext('2d').scale(ratio, ratio);
    pad.clear();
    pad.fromData(drawn);
  };
  pad.addEventListener('endStroke', keep);
  new ResizeObserver(fit).observe(canvas);
  box.querySelector('[data-wis]').addEventListener('click', () => {
    pad.clear();
    keep();
  });
}

function startAll(root) {
  root.querySelectorAll('[data-tekenvak]').forEach(start);
}

startAll(document);
document.addEventListener('htmx:load', (event) => startAll(event.target));
