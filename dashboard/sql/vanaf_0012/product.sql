-- What is committed stands on the taakveld of the product.
CREATE OR REPLACE FUNCTION dashboard_merk_product() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dashboard_merk_toewijzingen(ARRAY(
        SELECT t.id
        FROM nieuw
        JOIN oud USING (id)
        JOIN aanbieders_toewijzing t ON t.product_id = nieuw.id
        WHERE nieuw.taakveld <> oud.taakveld
    ));
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS dashboard_merk_update ON aanbieders_product;
CREATE TRIGGER dashboard_merk_update AFTER UPDATE ON aanbieders_product
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION dashboard_merk_product();
