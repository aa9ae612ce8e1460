-- A toewijzing without an end costs money until its contract ends: other are the years from the
-- earlier of the two ends to the later.
CREATE OR REPLACE FUNCTION dashboard_merk_contract() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT 'toewijzingen', make_date(jaar, 1, 1)
    FROM nieuw
    JOIN oud USING (id)
    JOIN aanbieders_toewijzing t ON t.contract_id = nieuw.id
    CROSS JOIN LATERAL generate_series(
        extract(year FROM greatest(t.van, least(oud.tot, nieuw.tot)))::int,
        extract(year FROM greatest(oud.tot, nieuw.tot))::int
    ) AS jaar
    WHERE nieuw.tot <> oud.tot AND t.tot IS NULL;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_update ON aanbieders_contract;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON aanbieders_contract
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_contract();
