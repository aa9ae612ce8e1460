"""The shared vocabulary that several floors speak: wet, beleidsdomein, leefgebied."""
