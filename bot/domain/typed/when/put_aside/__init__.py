"""Sets aside the times in a sentence that are not the reminder's: about something else, taken back or left out."""
