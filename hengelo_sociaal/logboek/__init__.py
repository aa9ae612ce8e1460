"""Who looked at whom and who changed what, with the purpose; append-only in the database."""
