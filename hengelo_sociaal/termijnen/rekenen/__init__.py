"""The arithmetic of legal terms: pure functions over dates, without Django or a database."""
