"""How screens look and behave: theme, components, forms, charts, error pages, panels.

How to make a screen
====================
Pages extend `base.html` (desk), `web/base_tablet.html` (home visit) or
`web/base_openbaar.html` (no login). Component classes start with `hs-`; `/stijlgids`
shows them all. The tags and filters of `templatetags/hs.py` need no `{% load %}`.

Menu, search box and panels
---------------------------
Every app fills the registers from modules of its own, loaded at start:

- `navigatie.py`: `registreer(Item(Groep.TOEGANG, "Contacten", "phone", "contacten", 20,
  rechten=(CONTACT_LEZEN,), teller=open_contacten))`; the url is a name. The search box in
  the header is `registreer_zoekveld(Zoekveld("zoeken", "Zoek ...", PERSONEN_ZOEKEN))` and
  posts `q` to that address.
- `panelen.py`: `registreer(Paneel(Plek.MIJN_WERK, "termijnen", "Termijnen", 10, laad,
  "toegang/_termijnen.html", (MELDING_LEZEN,), vraagbudget=2))`; a page draws its panels
  with `{% panelen "dossier" huishouden %}`. Panels of my work and of a team say whom they show
  (`inwoners`), and the view logs that as one list. Their tests call `tests.panelen`.

htmx
----
- A fragment is a template whose name starts with an underscore. The page includes it and
  the view returns it alone: `render_fragment_or_page(request, page, fragment, context)`.
- A refused form answers 422 with the form's fragment; an operation's `DomeinFout` that a
  view lets through lands in `#berichten`, or on a page of its own without htmx.
- `HX-Push-Url` only for addresses that the view can also draw whole; nothing about a
  person goes into an address, so searching people is a POST.
- History is not kept in the browser: going back fetches the page again.

Forms
-----
- `{{ form }}` draws everything; `{% foutsamenvatting form %}` and `{% veld form.naam %}`
  draw a form laid out by hand. `{% formuliersleutel %}` adds the one-time key by which
  an operation recognises a form that was sent twice; `lees_formuliersleutel` reads it.
- `formfout(form, fout)` puts a `DomeinFout` beside the fields it names.
- `data-concept-url` on a form keeps a draft on the server while somebody types. What htmx
  swaps into it belongs to the draft when it carries `data-bewaar`: that is kept at once.

Keys
----
`/` search (`data-zoek`), Ctrl+Enter saves (`data-hoofdformulier` when the focus is outside
a form), 1-9 answers a segmented choice (`data-keuze`), arrows walk through a hit list
(`data-treffers="#id"` on the search form). What a key does is shown with `<kbd>`.

- `data-enter="uit"` on a form: only Ctrl+Enter sends it, for Enter in one of its fields
  would press whichever button comes first.
- `data-kies` on a hit that is chosen with htmx: once chosen the list and the words searched
  for go, and the focus goes to where the work begins.
- `data-begin` around a select says where that is, also when the page opens without errors.
"""
