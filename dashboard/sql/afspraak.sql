-- An afspraak counts on the day it was made, in Amsterdam.
CREATE OR REPLACE FUNCTION dashboard_merk_afspraak() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'afspraken', (nieuw.gemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date
        FROM nieuw;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'afspraken', (oud.gemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date
        FROM oud;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON plannen_afspraak;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON plannen_afspraak
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_afspraak();

DROP TRIGGER IF EXISTS dashboard_merk_update ON plannen_afspraak;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON plannen_afspraak
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_afspraak();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON plannen_afspraak;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON plannen_afspraak
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_afspraak();
