-- A contact counts through its questions, so a new one without questions marks nothing.
CREATE OR REPLACE FUNCTION dashboard_merk_contact() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT bron.code, oud.dag
    FROM oud CROSS JOIN (VALUES ('hulpvragen'), ('contacten')) AS bron (code);
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT bron.code, nieuw.dag
        FROM nieuw CROSS JOIN (VALUES ('hulpvragen'), ('contacten')) AS bron (code);
        PERFORM dashboard_merk_meldingen(ARRAY(
            SELECT m.id
            FROM nieuw
            JOIN toegang_hulpvraag h ON h.contact_id = nieuw.id
            JOIN toegang_melding m ON m.hulpvraag_id = h.id
        ));
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_update ON toegang_contact;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON toegang_contact
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_contact();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON toegang_contact;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON toegang_contact
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_contact();
