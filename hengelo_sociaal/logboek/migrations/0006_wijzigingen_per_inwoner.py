from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations


class Migration(migrations.Migration):
    """The changes of one resident are found without reading the whole log.

    Built beside the work: an ordinary index on ten years of changes keeps everybody who writes
    waiting until it is there. When this was cut off, take away what is left of it with
    `DROP INDEX CONCURRENTLY IF EXISTS wijzigingsregel_inwoners` and migrate again.
    """

    atomic = False
    dependencies = [("logboek", "0005_niet_te_legen")]
    operations = [
        AddIndexConcurrently(
            model_name="wijzigingsregel",
            index=GinIndex(fields=["inwoners"], name="wijzigingsregel_inwoners"),
        ),
    ]
