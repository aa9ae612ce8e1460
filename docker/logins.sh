#!/bin/sh
# Run by the PostgreSQL image the first time, when its data folder is empty.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres --quiet --file /hengelo-sociaal/logins.sql \
	--set eigenaar="$WACHTWOORD_EIGENAAR" --set web="$WACHTWOORD_WEB" \
	--set dashboard="$WACHTWOORD_DASHBOARD"
