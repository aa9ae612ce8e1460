-- A toewijzing without an end costs money until its contract ends.
CREATE OR REPLACE FUNCTION dashboard_merk_contract() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dashboard_merk_toewijzingen(ARRAY(
        SELECT t.id
        FROM nieuw
        JOIN oud USING (id)
        JOIN aanbieders_toewijzing t ON t.contract_id = nieuw.id
        WHERE nieuw.tot <> oud.tot
    ));
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_update ON aanbieders_contract;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON aanbieders_contract
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_contract();
