"""The trained ear, which recognises meanings. It runs on the standard library alone."""
