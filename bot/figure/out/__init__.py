"""What comes out: the files, and the checks of them."""
