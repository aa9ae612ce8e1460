-- A toewijzing commits money in every year it runs; without an end to that of its contract.
CREATE OR REPLACE FUNCTION dashboard_merk_toewijzing() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'toewijzingen', make_date(jaar, 1, 1)
        FROM nieuw
        JOIN aanbieders_contract c ON c.id = nieuw.contract_id
        CROSS JOIN LATERAL generate_series(
            extract(year FROM nieuw.van)::int,
            extract(year FROM coalesce(nieuw.tot, c.tot))::int
        ) AS jaar;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO dashboard_vuilebucket (bron, dag)
        SELECT DISTINCT 'toewijzingen', make_date(jaar, 1, 1)
        FROM oud
        JOIN aanbieders_contract c ON c.id = oud.contract_id
        CROSS JOIN LATERAL generate_series(
            extract(year FROM oud.van)::int,
            extract(year FROM coalesce(oud.tot, c.tot))::int
        ) AS jaar;
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_insert ON aanbieders_toewijzing;
CREATE TRIGGER dashboard_merk_insert AFTER INSERT ON aanbieders_toewijzing
    REFERENCING NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_toewijzing();

DROP TRIGGER IF EXISTS dashboard_merk_update ON aanbieders_toewijzing;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON aanbieders_toewijzing
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_toewijzing();

DROP TRIGGER IF EXISTS dashboard_merk_delete ON aanbieders_toewijzing;
CREATE TRIGGER dashboard_merk_delete AFTER DELETE ON aanbieders_toewijzing
    REFERENCING OLD TABLE AS oud
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_toewijzing();
