-- A case of signals counts on the day of its first signal.
CREATE OR REPLACE FUNCTION dashboard_merk_signaalzaak() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'signalen', nieuw.ontvangen_op FROM nieuw;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'signalen', oud.ontvangen_op FROM oud;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON toegang_signaalzaak;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON toegang_signaalzaak
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_signaalzaak();

DROP TRIGGER IF EXISTS dashboard_merk_update ON toegang_signaalzaak;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON toegang_signaalzaak
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_signaalzaak();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON toegang_signaalzaak;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON toegang_signaalzaak
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_signaalzaak();
