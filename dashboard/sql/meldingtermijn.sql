-- A term counts from when it belongs to a melding.
CREATE OR REPLACE FUNCTION dashboard_merk_meldingtermijn() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT 'onderzoeken',
        CASE t.status WHEN 'gehaald' THEN t.gehaald_op ELSE t.einddatum END
    FROM anders
    JOIN termijnen_termijn t ON t.id = anders.termijn_id
    WHERE t.status IN ('gehaald', 'verlopen');
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON toegang_meldingtermijn;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON toegang_meldingtermijn
    REFERENCING NEW TABLE AS anders
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_meldingtermijn();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON toegang_meldingtermijn;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON toegang_meldingtermijn
    REFERENCING OLD TABLE AS anders
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_meldingtermijn();
