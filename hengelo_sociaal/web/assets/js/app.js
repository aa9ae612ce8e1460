// Everything here is a convenience: each page and form works without it.
import './afdrukken.js';
import './concept.js';
import './fouten.js';
import './handtekening.js';
import './indienen.js';
import './sneltoetsen.js';
import './treffers.js';
import './uitvraag.js';
