-- A melding counts on the day it was received; its referrer counts with the question.
CREATE OR REPLACE FUNCTION dashboard_merk_melding() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        PERFORM dashboard_merk_meldingen(ARRAY(SELECT id FROM nieuw));
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'hulpvragen', c.dag
        FROM nieuw
        JOIN toegang_hulpvraag h ON h.id = nieuw.hulpvraag_id
        JOIN toegang_contact c ON c.id = h.contact_id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT bron.code, oud.ontvangen_op
        FROM oud
        CROSS JOIN (VALUES ('meldingen'), ('huisbezoeken'), ('plannen')) AS bron (code)
        UNION
        SELECT DISTINCT 'hulpvragen', c.dag
        FROM oud
        JOIN toegang_hulpvraag h ON h.id = oud.hulpvraag_id
        JOIN toegang_contact c ON c.id = h.contact_id;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON toegang_melding;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON toegang_melding
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_melding();

DROP TRIGGER IF EXISTS dashboard_merk_update ON toegang_melding;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON toegang_melding
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_melding();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON toegang_melding;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON toegang_melding
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_melding();
