"""Paper: documents for residents as tagged PDF (PDF/UA), and the municipality's own texts.

A document is described as plain data (`document`), drawn on a page by a template tag and
set as PDF (`zetten`) from the same data, so that screen and paper say the same. The texts
are templates that `beheer` keeps (`models`, `domain`), with the fields that an app allows
for its kind of document (`soorten`); what was given to a resident is kept with its hash.
"""
