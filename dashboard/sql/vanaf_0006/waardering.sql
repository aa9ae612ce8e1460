-- What a resident said counts in the month of the contact; there is no day to know.
CREATE OR REPLACE FUNCTION dashboard_merk_waardering() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'waarderingen', nieuw.maand FROM nieuw;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'waarderingen', oud.maand FROM oud;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON toegang_waardering;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON toegang_waardering
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_waardering();

DROP TRIGGER IF EXISTS dashboard_merk_update ON toegang_waardering;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON toegang_waardering
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_waardering();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON toegang_waardering;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON toegang_waardering
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_waardering();
