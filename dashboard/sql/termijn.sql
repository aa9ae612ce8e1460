-- A term counts on the day it is met, or its last day when it was not met in time.
CREATE OR REPLACE FUNCTION dashboard_merk_termijn() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'onderzoeken',
            CASE nieuw.status WHEN 'gehaald' THEN nieuw.gehaald_op ELSE nieuw.einddatum END
        FROM nieuw
        WHERE (nieuw.status = 'gehaald' AND nieuw.gehaald_op IS NOT NULL)
           OR (nieuw.status = 'verlopen' AND nieuw.einddatum IS NOT NULL);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'onderzoeken',
            CASE oud.status WHEN 'gehaald' THEN oud.gehaald_op ELSE oud.einddatum END
        FROM oud
        WHERE (oud.status = 'gehaald' AND oud.gehaald_op IS NOT NULL)
           OR (oud.status = 'verlopen' AND oud.einddatum IS NOT NULL);
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON termijnen_termijn;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON termijnen_termijn
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_termijn();

DROP TRIGGER IF EXISTS dashboard_merk_update ON termijnen_termijn;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON termijnen_termijn
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_termijn();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON termijnen_termijn;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON termijnen_termijn
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_termijn();
