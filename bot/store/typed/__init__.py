"""What each person was asked, in rows."""
