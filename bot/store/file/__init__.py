"""The file as a file: who may open it, whether it is ours, whether it is whole, and its copies."""
