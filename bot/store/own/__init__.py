"""Own routines and own exercises, in rows."""
