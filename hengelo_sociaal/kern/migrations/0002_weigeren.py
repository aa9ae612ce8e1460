from django.db import migrations

# The sentence is the argument of the trigger, so that each table says in its own words what stays.
WEIGER = """
CREATE FUNCTION kern_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'insufficient_privilege';
END $$;
"""


class Migration(migrations.Migration):
    """What refuses, for every table that only grows (`kern.databases.Weiger`)."""

    dependencies = [("kern", "0001_grond")]
    operations = [migrations.RunSQL(WEIGER, "DROP FUNCTION kern_weiger()")]
