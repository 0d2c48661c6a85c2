"""Own routines and exercises, as they are shown."""
