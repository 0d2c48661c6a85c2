"""What each chat shows, which updates have counted, which files went up."""
