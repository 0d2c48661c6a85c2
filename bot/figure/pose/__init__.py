"""How the person stands, sits and moves, and on what."""
