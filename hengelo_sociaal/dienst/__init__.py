"""What `make run` starts: embedded PostgreSQL and Redis, and supervision of the processes."""
