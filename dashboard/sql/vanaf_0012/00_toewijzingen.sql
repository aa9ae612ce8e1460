-- Marks every year in which these toewijzingen commit money, as they do when one itself changes.
CREATE OR REPLACE FUNCTION dashboard_merk_toewijzingen(kenmerken uuid[]) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO dashboard_vuilebucket (bron, dag)
    SELECT DISTINCT 'toewijzingen', make_date(jaar, 1, 1)
    FROM aanbieders_toewijzing t
    JOIN aanbieders_contract c ON c.id = t.contract_id
    CROSS JOIN LATERAL generate_series(
        extract(year FROM t.van)::int,
        extract(year FROM coalesce(t.tot, c.tot))::int
    ) AS jaar
    WHERE t.id = ANY (kenmerken)
$$;
