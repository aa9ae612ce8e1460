"""A refusal of the domain, shown in the form that asked for it."""

from django.forms import BaseForm

from hengelo_sociaal.kern.fouten import DomeinFout


def formfout(form: BaseForm, fout: DomeinFout) -> None:
    """Put a refusal beside the fields it names, and above the form what has no field here.

    Fields of the operation that the form calls otherwise, or does not have, are not lost:
    their sentences stand in the summary.
    """
    known = {naam: zin for naam, zin in fout.velden.items() if naam in form.fields}
    for naam, zin in known.items():
        form.add_error(naam, zin)
    unknown = [zin for naam, zin in fout.velden.items() if naam not in known]
    for zin in unknown or ([] if known else [fout.melding]):
        form.add_error(None, zin)
