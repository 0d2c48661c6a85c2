"""What the one who runs the bot asks it: is it there, does it keep up, what went wrong, what is to be done. Reads only."""
