-- A question counts on the day of its contact.
CREATE OR REPLACE FUNCTION dashboard_merk_hulpvraag() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT bron.code, c.dag
        FROM nieuw
        JOIN toegang_contact c ON c.id = nieuw.contact_id
        CROSS JOIN (VALUES ('hulpvragen'), ('contacten')) AS bron (code);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT bron.code, c.dag
        FROM oud
        JOIN toegang_contact c ON c.id = oud.contact_id
        CROSS JOIN (VALUES ('hulpvragen'), ('contacten')) AS bron (code);
    END IF;
    IF TG_OP = 'UPDATE' THEN
        PERFORM dashboard_merk_meldingen(ARRAY(
            SELECT m.id FROM nieuw JOIN toegang_melding m ON m.hulpvraag_id = nieuw.id
        ));
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON toegang_hulpvraag;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON toegang_hulpvraag
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_hulpvraag();

DROP TRIGGER IF EXISTS dashboard_merk_update ON toegang_hulpvraag;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON toegang_hulpvraag
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_hulpvraag();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON toegang_hulpvraag;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON toegang_hulpvraag
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_hulpvraag();
