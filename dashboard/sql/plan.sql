-- A plan counts with the meldingen of its household.
CREATE OR REPLACE FUNCTION dashboard_merk_plan() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'plannen', m.ontvangen_op
        FROM nieuw JOIN toegang_melding m ON m.huishouden_id = nieuw.huishouden_id;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'plannen', m.ontvangen_op
        FROM oud JOIN toegang_melding m ON m.huishouden_id = oud.huishouden_id;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON plannen_plan;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON plannen_plan
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_plan();

DROP TRIGGER IF EXISTS dashboard_merk_update ON plannen_plan;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON plannen_plan
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_plan();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON plannen_plan;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON plannen_plan
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_plan();
