-- The database and its three log-ins: the owner migrates, web serves people and owns nothing,
-- dashboard reads the published figures. What web and dashboard may read and write is granted by
-- the migrations. Run once, as superuser, on an empty server:
--   psql -v eigenaar=... -v web=... -v dashboard=... -f docker/logins.sql postgres
\set ON_ERROR_STOP on
CREATE ROLE hs_eigenaar LOGIN PASSWORD :'eigenaar';
CREATE ROLE hs_web LOGIN PASSWORD :'web';
CREATE ROLE hs_dashboard LOGIN PASSWORD :'dashboard';
CREATE DATABASE hengelo_sociaal OWNER hs_eigenaar ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE hengelo_sociaal FROM PUBLIC;
GRANT CONNECT ON DATABASE hengelo_sociaal TO hs_web, hs_dashboard;
