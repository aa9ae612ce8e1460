"""The foundation: what every app of the social domain stands on.

Floors, imports go down only:
dashboard -> plannen -> aanbieders -> toegang -> voorzieningen -> hengelo_sociaal.
"""

from hengelo_sociaal.celery import app as celery_app

__all__ = ["celery_app"]
