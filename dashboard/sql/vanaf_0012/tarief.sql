-- A toewijzing costs what its tarief says.
CREATE OR REPLACE FUNCTION dashboard_merk_tarief() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        PERFORM dashboard_merk_toewijzingen(ARRAY(
            SELECT t.id FROM nieuw JOIN aanbieders_toewijzing t USING (contract_id, product_id)
        ));
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM dashboard_merk_toewijzingen(ARRAY(
            SELECT t.id FROM oud JOIN aanbieders_toewijzing t USING (contract_id, product_id)
        ));
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON aanbieders_tarief;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON aanbieders_tarief
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_tarief();

DROP TRIGGER IF EXISTS dashboard_merk_update ON aanbieders_tarief;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON aanbieders_tarief
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_tarief();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON aanbieders_tarief;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON aanbieders_tarief
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_tarief();
