"""The sociale kaart: for everybody, without logging in, without cookies, and kept by caches."""
