"""How the person stands, sits and moves, and the things around."""
