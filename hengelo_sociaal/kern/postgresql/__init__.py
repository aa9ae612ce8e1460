"""Django's PostgreSQL backend with a cheaper question whether the connection is still there."""
